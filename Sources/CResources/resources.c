/*
 * The table of the files of Resources/. A file is added as one entry of three lines, since #embed is a directive
 * of its own line; a test walks Resources/ and fails where a file is missing here.
 */
#include "CResources.h"
#include <string.h>

#define RESOURCE(name) {name, (const unsigned char[]){
/* Every file is text; the nought after it lets its length be counted. */
#define END 0}},

static const struct {
  const char *name;
  const unsigned char *text;
} resources[] = {
RESOURCE("demo/names.txt")
#embed "../../Resources/demo/names.txt" suffix(,)
END
RESOURCE("demo/pathway.txt")
#embed "../../Resources/demo/pathway.txt" suffix(,)
END
RESOURCE("demo/phrases.txt")
#embed "../../Resources/demo/phrases.txt" suffix(,)
END
RESOURCE("instruments/coping.json")
#embed "../../Resources/instruments/coping.json" suffix(,)
END
RESOURCE("instruments/howthingsare.json")
#embed "../../Resources/instruments/howthingsare.json" suffix(,)
END
RESOURCE("instruments/who5.json")
#embed "../../Resources/instruments/who5.json" suffix(,)
END
RESOURCE("languages/en-commands.txt")
#embed "../../Resources/languages/en-commands.txt" suffix(,)
END
RESOURCE("languages/en.txt")
#embed "../../Resources/languages/en.txt" suffix(,)
END
RESOURCE("letters/acceptance-referrer.txt")
#embed "../../Resources/letters/acceptance-referrer.txt" suffix(,)
END
RESOURCE("letters/ending-family.txt")
#embed "../../Resources/letters/ending-family.txt" suffix(,)
END
RESOURCE("letters/ending-referrer.txt")
#embed "../../Resources/letters/ending-referrer.txt" suffix(,)
END
RESOURCE("letters/refusal-referrer.txt")
#embed "../../Resources/letters/refusal-referrer.txt" suffix(,)
END
RESOURCE("lists/pathway.txt")
#embed "../../Resources/lists/pathway.txt" suffix(,)
END
RESOURCE("lists/retention.txt")
#embed "../../Resources/lists/retention.txt" suffix(,)
END
RESOURCE("lists/scheme.txt")
#embed "../../Resources/lists/scheme.txt" suffix(,)
END
};

size_t visit_resource_count(void) {
  return sizeof resources / sizeof resources[0];
}

struct visit_resource visit_resource_at(size_t place) {
  struct visit_resource resource = {NULL, NULL, 0};
  if (place < visit_resource_count()) {
    resource.name = resources[place].name;
    resource.bytes = resources[place].text;
    resource.count = strlen((const char *)resources[place].text);
  }
  return resource;
}

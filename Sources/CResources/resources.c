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
RESOURCE("instruments/asq3.json")
#embed "../../Resources/instruments/asq3.json" suffix(,)
END
RESOURCE("instruments/asqse2.json")
#embed "../../Resources/instruments/asqse2.json" suffix(,)
END
RESOURCE("instruments/coping.json")
#embed "../../Resources/instruments/coping.json" suffix(,)
END
RESOURCE("instruments/core10.json")
#embed "../../Resources/instruments/core10.json" suffix(,)
END
RESOURCE("instruments/djg6.json")
#embed "../../Resources/instruments/djg6.json" suffix(,)
END
RESOURCE("instruments/epds.json")
#embed "../../Resources/instruments/epds.json" suffix(,)
END
RESOURCE("instruments/familystarplus.json")
#embed "../../Resources/instruments/familystarplus.json" suffix(,)
END
RESOURCE("instruments/gad2.json")
#embed "../../Resources/instruments/gad2.json" suffix(,)
END
RESOURCE("instruments/gad7.json")
#embed "../../Resources/instruments/gad7.json" suffix(,)
END
RESOURCE("instruments/goals.json")
#embed "../../Resources/instruments/goals.json" suffix(,)
END
RESOURCE("instruments/howthingsare.json")
#embed "../../Resources/instruments/howthingsare.json" suffix(,)
END
RESOURCE("instruments/k10.json")
#embed "../../Resources/instruments/k10.json" suffix(,)
END
RESOURCE("instruments/k6.json")
#embed "../../Resources/instruments/k6.json" suffix(,)
END
RESOURCE("instruments/kpcs.json")
#embed "../../Resources/instruments/kpcs.json" suffix(,)
END
RESOURCE("instruments/mors-sf.json")
#embed "../../Resources/instruments/mors-sf.json" suffix(,)
END
RESOURCE("instruments/ons4.json")
#embed "../../Resources/instruments/ons4.json" suffix(,)
END
RESOURCE("instruments/parentbaby.json")
#embed "../../Resources/instruments/parentbaby.json" suffix(,)
END
RESOURCE("instruments/phq2.json")
#embed "../../Resources/instruments/phq2.json" suffix(,)
END
RESOURCE("instruments/phq8.json")
#embed "../../Resources/instruments/phq8.json" suffix(,)
END
RESOURCE("instruments/phq9.json")
#embed "../../Resources/instruments/phq9.json" suffix(,)
END
RESOURCE("instruments/pss18.json")
#embed "../../Resources/instruments/pss18.json" suffix(,)
END
RESOURCE("instruments/sdq25.json")
#embed "../../Resources/instruments/sdq25.json" suffix(,)
END
RESOURCE("instruments/swemwbs.json")
#embed "../../Resources/instruments/swemwbs.json" suffix(,)
END
RESOURCE("instruments/topse.json")
#embed "../../Resources/instruments/topse.json" suffix(,)
END
RESOURCE("instruments/ucla3.json")
#embed "../../Resources/instruments/ucla3.json" suffix(,)
END
RESOURCE("instruments/wemwbs.json")
#embed "../../Resources/instruments/wemwbs.json" suffix(,)
END
RESOURCE("instruments/who5.json")
#embed "../../Resources/instruments/who5.json" suffix(,)
END
RESOURCE("instruments/whooley.json")
#embed "../../Resources/instruments/whooley.json" suffix(,)
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
RESOURCE("safety/crisis.txt")
#embed "../../Resources/safety/crisis.txt" suffix(,)
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

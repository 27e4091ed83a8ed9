package contacts

import (
	"strings"
	"testing"
)

// TestRulesAsOthersWriteThem are answered with what to write.
func TestRulesAsOthersWriteThem(t *testing.T) {
	for rule, want := range map[string]string{
		`beats == "health"`:                     `of several words one is looked for: "health" in beats`,
		`beats = "health"`:                      `"health" in beats`,
		`beats contains "health"`:               `"health" in beats`,
		`tags LIKE "%press%"`:                   `of several words one is looked for`,
		`embargo == "yes"`:                      `embargo, or not embargo`,
		`embargo = yes`:                         `embargo, or not embargo`,
		`attachments != "no"`:                   `embargo, or not embargo`,
		`priority > "2"`:                        `priority > 2`,
		`language in ("es", "fr")`:              `language in ["es", "fr"]`,
		`language IN ("es", "fr")`:              `language in ["es", "fr"]`,
		`language == "es" or "fr"`:              `language == "es" or language == "fr"`,
		`language = "es" OR "fr"`:               `a whole comparison`,
		`region is null`:                        `region == ""`,
		`region IS NOT NULL`:                    `region != ""`,
		`language is "es"`:                      `a comparison is ==`,
		`language == "es" & embargo`:            `write and`,
		`language == es`:                        `a text stands between quotation marks: "es"`,
		`outlet contains Tide`:                  `a text stands between quotation marks: "Tide"`,
		`language <> "es"`:                      `write != for what differs`,
		`outlet like "%Tide%"`:                  `outlet contains "Tide"`,
		`language = "es" AND region = "Madrid"`: `write "and", in small letters`,
		`language == ”es”`:                      `as on the keyboard`,
		`beats has "health"`:                    `"health" in beats`,
		`tags includes "press"`:                 `"health" in beats`,
		`lists == "national"`:                   `"health" in beats`,
		`beats in ["health"]`:                   `"health" in beats`,
		`"health","law" in beats`:               `"health" in beats or "law" in beats`,
		`language startswith "es"`:              `write contains, startsWith or endsWith: outlet contains "Tide"`,
		`outlet includes "Tide"`:                `write contains, startsWith or endsWith`,
		`region === "West"`:                     `a comparison is ==, with two signs`,
		`not language == "es"`:                  `write != for what differs, or not (…): language != "es"`,
		`language != "es" || "fr"`:              `a whole comparison`,
		`language: "es"`:                        `a comparison is ==`,
		`where language == "es"`:                `leave out the word where: it stands before the = in the file`,
		`added < 2024-01-01`:                    `a day stands between quotation marks: added < "2024-01-01"`,
		`language == "es" and`:                  `a whole comparison`,
		`region !== "West"`:                     `write != for what differs`,
	} {
		_, diags := book(t, "x.csv", "email,region\na@b.example,\n", "segments.toml", "[segment.some]\nwhere = '"+rule+"'\n")
		if !strings.Contains(diags, want) {
			t.Errorf("%s: %s\nwant %s", rule, diags, want)
		}
	}
	for rule, want := range map[string]string{
		`language in ["es", "FR"]`:                                    "a@b.example",
		`language == "es" and "health" in beats and not embargo`:      "a@b.example",
		`region != "" or priority > 2`:                                "a@b.example",
		`outlet contains "& is" or outlet == "in (a) or"`:             "",
		`"health" in beats or "law" in tags`:                          "a@b.example",
		`language == "es" && embargo == false && attachments != true`: "a@b.example",
	} {
		b, diags := book(t, "x.csv", "email,region,language,beats,priority,tags\na@b.example,west,es,Health,3,\n",
			"segments.toml", "[segment.some]\nwhere = '"+rule+"'\n")
		if diags != "" || emails(t, b, "some") != want {
			t.Errorf("%s: %s picks %q", rule, diags, emails(t, b, "some"))
		}
	}
}

// TestAColumnOfWhoHasLeftIsTold: nobody is kept from being mailed by a column of one's own.
func TestAColumnOfWhoHasLeftIsTold(t *testing.T) {
	for _, head := range []string{"unsubscribed", "Abgemeldet", "opt out", "do_not_email", "subscribed"} {
		_, diags := book(t, "x.csv", "email,"+head+"\na@b.example,yes\n")
		if !strings.Contains(diags, "contacts/x.csv:1:7: warning: the column ") ||
			!strings.Contains(diags, "keeps nobody from being mailed; for each who has left: pressroom suppressions add ADDRESS --unsubscribed") {
			t.Errorf("%s: %s", head, diags)
		}
	}
}

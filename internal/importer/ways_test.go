package importer

import (
	"strings"
	"testing"
)

// ways are sentences as releases have them, with who speaks in each: "speaker | title |
// org"; "?" where the text names no organisation.
var ways = map[string]string{
	`"The results surprised us," said lead author Maria Chen, an associate professor of chemistry at Northfield University.`:                  "Maria Chen | associate professor of chemistry | Northfield University",
	`"Today's action protects families," said EPA Administrator John Smith.`:                                                                  "John Smith | Administrator | EPA",
	`Governor Jane Doe said, "We will rebuild this bridge, and we will do it together."`:                                                      "Jane Doe | Governor | ?",
	`"This bill is long overdue," said U.S. Senator Tom Hill (D-NM), chair of the Senate Water Committee.`:                                    "Tom Hill | Senator | Senate Water Committee",
	`“The river is our life,” says Dr Sarah Jones, Head of Research at the Water Trust. “It is time to act.”`:                                 "Dr Sarah Jones | Head of Research | Water Trust",
	`Jane Doe, CEO of Acme, commented: “This is a milestone for all of us.”`:                                                                  "Jane Doe | CEO | Acme",
	`“These numbers are shocking,” added Dr. Peter O’Neill, Ph.D., senior scientist in the Climate Program at the Union of Water Scientists.`: "Dr. Peter O’Neill | senior scientist in the Climate Program | Union of Water Scientists",
	`According to Ana Ruiz, campaign director at River Alliance, “the port has known since 2022.”`:                                            "Ana Ruiz | campaign director | River Alliance",
	`"We stand with the workers," said Local 88 President Ruth Delacroix. "They deserve better."`:                                             "Ruth Delacroix | President | Local 88",
	`“As a mother of two, I worry about the water,” said Marlow resident Lisa Brown.`:                                                         "Lisa Brown | resident | ?",
	`“The court got this right,” said Elena Park, senior staff attorney with the ACLU of Marlow. “Now the port must act.”`:                    "Elena Park | senior staff attorney | ACLU of Marlow",
	`“We applaud the decision,” the Harbor Coalition said in a statement.`:                                                                    " |  | Harbor Coalition",
	`“The money is there,” said Tom Reed and Ana Ruiz, co-chairs of the Harbor Table, in a joint statement.`:                                  "Tom Reed and Ana Ruiz | co-chairs | Harbor Table",
	`“Our members have had enough,” said Sharon Block, International President of the United Harbor Workers (UHW).`:                           "Sharon Block | International President | United Harbor Workers",
	`“We need action,” said Professor Anne Hill of the University of Marlow’s School of Public Health.`:                                       "Anne Hill | Professor | University of Marlow’s School of Public Health",
	`“This is wrong.” — Ana Ruiz (she/her), Campaign Director at River Alliance`:                                                              "Ana Ruiz | Campaign Director | River Alliance",
	`Said Ana Ruiz, campaign director at River Alliance: “We have waited long enough.”`:                                                       "Ana Ruiz | campaign director | River Alliance",
	`“We have,” Ana Ruiz, who directs campaigns at River Alliance, said.`:                                                                     "Ana Ruiz |  | River Alliance",
	`The port met Ana Ruiz, campaign director at River Alliance, on Monday. “We have waited long enough,” Ruiz said.`:                         "Ana Ruiz | campaign director | River Alliance",
	`‘The river’s our life,’ said Sarah Jones, head of research at the Water Trust. ‘It is time to act.’`:                                     "Sarah Jones | head of research | Water Trust",
	`The port’s own board called it ‘the first of its kind’ and moved on; the groups’ letter did not.`:                                        "",
	`"We are thrilled," said Jane Doe, Chief Executive Officer of Acme Corp. "More will follow."`:                                             "Jane Doe | Chief Executive Officer | Acme Corp.",
	`She said: “We have waited long enough.”`:                                                                                                 "",
	`“We have waited long enough,” he said.`:                                                                                                  "",
	`The port said it was “deeply sorry” and “ready to talk.”`:                                                                                "",
	`The film “The River,” said to be the longest of its kind, opens on Monday.`:                                                              "",
}

func TestWaysOfAttribution(t *testing.T) {
	for sentence, want := range ways {
		r, err := Import("x.txt", []byte(head+sentence), Options{Today: today, Email: "press@office.example"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, q := range r.Quotes {
			got = append(got, q.Speaker+" | "+q.Title+" | "+q.Org)
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%s\n  is %q, want %q", sentence, strings.Join(got, "\n"), want)
		}
		nothingLost(t, head+sentence, r)
	}
}

func TestAQuotationSetOffUnderItsSpeaker(t *testing.T) {
	kept := heldBy(t)
	r, err := kept.Import("x.html", []byte(`<h1>Harbor groups ask the port for its water tests</h1><p>MARLOW, Mass. &mdash; Eleven groups along the waterfront asked the port today to publish its water tests.</p><p>Ana Ruiz, campaign director at River Alliance, said:</p><blockquote>We have waited long enough for these numbers.</blockquote>`), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	compare(t, r, []string{"Ana Ruiz | campaign director | River Alliance"})
}

package importer

import "testing"

// Who was one thing at an organisation may be another there now.
func TestOfficesThatAreHeldNowAtTheSameBody(t *testing.T) {
	t.Parallel()
	for phrase, want := range map[string][2]string{
		"past president of the Tidewell Rope Association and current volunteer chair of the Association’s Knot Committee":             {"current volunteer chair of the Association’s Knot Committee", "Tidewell Rope Association"},
		"past president of the Tidewell Rope Association, and the current volunteer chair of the Association's Knot Committee":        {"current volunteer chair of the Association's Knot Committee", "Tidewell Rope Association"},
		"former treasurer of the Tidewell Rope Association and a current member of the Tidewell Rope Association":                     {"current member", "Tidewell Rope Association"},
		"former president of the Tidewell Rope Association and present volunteer chair of Tidewell Rope Association":                  {"present volunteer chair", "Tidewell Rope Association"},
		"former president of the Tidewell Rope Association and now volunteer chair of the Association":                                {"now volunteer chair", "Tidewell Rope Association"},
		"former president of the Tidewell Rope Association and current volunteer chair of Harbour Aid":                                {"former president", "?"},
		"former president of the Tidewell Rope Association and current volunteer chair of the Associations":                           {"former president", "?"},
		"former president of the Tidewell Rope Association and current volunteer chair of Association for Harbours":                   {"former president", "?"},
		"former president of the Tidewell Rope Association and volunteer chair of the Association’s Knot Committee":                   {"former president", "?"},
		"former president of the Tidewell Rope Association and currently volunteer chair of the Association":                          {"former president", "?"},
		"former president of the Tidewell Rope Association":                                                                           {"former president", "?"},
		"former president of the Tidewell Rope Association, who lives in Marlow and current volunteer chair of the Association":       {"former president", "?"},
		"former president of the Tidewell Rope Association and current volunteer chair, of the Association":                           {"former president", "?"},
		"former president of the Tidewell Rope Association and current volunteer chair of the Association’s Knot Committee, a sailor": {"former president", "?"},
	} {
		r, err := Import("r.txt", []byte("Mill finds odd fibres in its hawsers\n\nMARLOW, May 4, 2026 – The Tidewell Rope Association has found odd fibres in the port.\n\n"+
			"“We have seen such fibres in no other port,” said Nora Fell, "+phrase+".\n"), Options{Today: today, Email: "press@office.example"})
		if err != nil || len(r.Quotes) != 1 {
			t.Fatal(phrase, err)
		}
		if q := r.Quotes[0]; q.Title != want[0] || q.Org != want[1] {
			t.Errorf("%s: %q, %q", phrase, q.Title, q.Org)
		}
	}
}

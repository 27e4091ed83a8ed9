package heading

import "testing"

// TestWhatHeadingsAskFor reads headings that speak of wanting mail, or of how somebody stands, and what stands in the cells below them.
func TestWhatHeadingsAskFor(t *testing.T) {
	t.Parallel()
	for heading, want := range map[string]Field{
		"inactive": Inactive, "contact inactive": Inactive, "inactive refused": "", "inactive newsletter": "", "active": Active,
		"active contact":    Active,
		"active newsletter": "", "active status": Status, "no newsletter": Left, "newsletter": Consent, "wants newsletter": Consent,
		"active lamps": "",
	} {
		if got := asked(heading); got != want {
			t.Errorf("%s asks %q", heading, got)
		}
	}
	for text, want := range map[string]bool{
		"do not stop the mails": false, "stop the mails": true, "please remove from the list": true, "do not remove from the list": false,
		"not unsubscribed": false, "unsubscribed": true, "no mail": true, "mail": false, "stop": false, "mails refused": true,
		"mails not refused": false,
	} {
		if Refuses(text) != want {
			t.Errorf("%s refuses: %t", text, !want)
		}
	}
	for cell, want := range map[string]bool{
		"unknown": true, "unknown Marlow": false, "unknown mail": false, "?": true, "n/a": true, "tbc": true, "to be confirmed": true, "": false,
		"12": false, "1?": true,
	} {
		if Open(cell) != want {
			t.Errorf("%q is open: %t", cell, !want)
		}
	}
	for cell, want := range map[string]bool{
		"inactive": true, "not inactive": false, "not active": true, "active": false, "not active inactive": false, "": false, "2026": false,
		"inactive Marlow":  false,
		"no longer active": true, "Left outlet": true, "has left the paper": true, "left": true, "No longer at outlet": true, "changed jobs": true,
		"moved to Marlow": false, "left-wing press": false, "left a message": false, "nicht mehr im Haus": true, "n'y travaille plus": true,
		"ya no trabaja allí": true, "non lavora più qui": true, "werkt er niet meer": true, "já não trabalha cá": true,
	} {
		if Rests(cell) != want {
			t.Errorf("%q rests: %t", cell, !want)
		}
	}
	for _, c := range []struct {
		head, says string
		want       Ground
	}{
		{"active", "", Resting},
		{"inactive", "", Resting},
		{"status", "retired", Resting},
		{"permitted", "", Refused},
		{"permission", "", Refused},
		{"bounced", "", Unreachable},
		{"mail", "hard bounce", Unreachable},
		{"unsub", "bounced", Refused},
		{"", "don't mail", Refused},
		{"", "opted out", Refused},
		{"", "complained", Refused},
		{"", "cleaned", Unreachable},
		{"", "undeliverable", Unreachable},
		{"", "unzustellbar", Unreachable},
		{"", "invalid", Unreachable},
		{"estado", "rebotado", Unreachable},
		{"stato", "rimbalzato", Unreachable},
		{"status", "left outlet", Resting},
		{"", "", Refused},
		{"subscribed", "retired", Resting},
	} {
		if got := GroundOf(c.head, c.says); got != c.want {
			t.Errorf("%q %q: %s", c.head, c.says, got)
		}
	}
	for title, want := range map[string]bool{
		"No mail": true, "nomail": false, "not refused": false, "refused": true,
		"unsubscribed, not": false, "no newsletter": true,
	} {
		if Shuns(title) != want {
			t.Errorf("%s shuns: %t", title, !want)
		}
	}
}

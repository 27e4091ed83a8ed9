package heading

import (
	"strings"
	"testing"
)

// What stands above people, and says that none of them is to be mailed.
func TestWhatShunsAllBelow(t *testing.T) {
	for title, want := range map[string]bool{
		"DO NOT MAIL": true, "do_not_mail": true, "Unsubscribed 2026": true, "unsubscribed": true, "Unsubscribed from mail": true, "opted out": true,
		"No mail": true, "no": false, "not": false, "Mail": false, "": false, "2026": false, "City desks": false,
		"Unsubscribe link": false, "UNSUBSCRIBE LINK": false, "No mail attachments": false, "NO PHONE": false,
		"not unsubscribed": false, "without mail": false, "without": false, "active": false, "no mail, active": false, "Do not mail (yes/no)": false,
		"unsubscribed city": false, "refused": true, "refused mail": true, "stop": false, "permission refused": false,
		"unsubscribed" + strings.Repeat(" ", 68): true, "unsubscribed" + strings.Repeat(" ", 69): false,
	} {
		if got := Shuns(title); got != want {
			t.Errorf("%q: %t", title, got)
		}
	}
}

// A number behind a heading is one more of what can be had twice.
func TestHeadingsWithANumber(t *testing.T) {
	for h, want := range map[string]Field{
		"Mobile 7": Mobile, "Mobile #3": Mobile, "mobile. 12": Mobile, "Mobil 4": Mobile, "Beat 8": Beats, "Telefon 9": Phone,
		"date_unsub": Left, "stop_writing": Left, "sms_unsub": "",
		"Mobile 0": "", "Outlet 2": "", "Language 3": "", "Mobile x 3": "",
	} {
		if got := Of(h); got != want {
			t.Errorf("%q is %q, not %q", h, got, want)
		}
	}
}

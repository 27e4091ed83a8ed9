package mail

import (
	"testing"

	"pressroom/internal/language"
)

// What stands under a mail is made of who mails, and of what the mail is; a percent sign in a
// name is one.
func TestTheWordsUnderAMail(t *testing.T) {
	cat := language.Of("en")
	to := Recipient{Address: "ana@paper.example", LeaveToken: "l", DetailsToken: "d", PageToken: "p"}
	for want, c := range map[string]struct {
		s    Sender
		page string
	}{
		"Sent to ana@paper.example by the press office of 100% Reeds.\nTo leave this press list, answer with the word “unsubscribe”.": {
			Sender{Name: "100% Reeds"}, "Your page",
		},
		"Sent to ana@paper.example by the press office of Reeds.\n1 Quay\n" + cat.Page(language.PrivacyLink) + ": https://r.example/p\n" +
			cat.Say(language.LeaveLink) + ": https://r.example/n/leave/l\n" + cat.Say(language.DetailsLink) + ": https://r.example/n/details/d": {
			Sender{"Reeds", "1 Quay", "https://r.example/p", "https://r.example/n"}, "",
		},
		"Your page: https://r.example/advance/p\n\nSent to ana@paper.example by the press office of Reeds.\n" +
			cat.Say(language.LeaveLink) + ": https://r.example/leave/l\n" + cat.Say(language.DetailsLink) + ": https://r.example/details/d": {
			Sender{Name: "Reeds", PublicURL: "https://r.example"}, "Your page",
		},
	} {
		if got := c.s.Foot(cat, c.page).To(to, false); got != want {
			t.Errorf("%+v:\n%s\nwant\n%s", c.s, got, want)
		}
	}
	to.Source, to.First, to.LeaveToken = "the fair of Marlow, 100% of it", true, ""
	got := Sender{Name: "Reeds"}.Foot(cat, "").To(to, false)
	if want := "Sent to ana@paper.example by the press office of Reeds.\nYour address comes from: the fair of Marlow, 100% of it\n" +
		"You may object to this use of your address at any time; an answer to this mail is enough.\n" +
		"To leave this press list, answer with the word “unsubscribe”."; got != want {
		t.Errorf("the first mail ends\n%s\nwant\n%s", got, want)
	}
}

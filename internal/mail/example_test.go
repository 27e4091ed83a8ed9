package mail_test

import (
	"fmt"
	"strings"
	"time"

	"pressroom/internal/mail"
	"pressroom/internal/render/email"
)

// What all recipients share is built once; each message adds the recipient's own part.
func ExampleBuild() {
	t, err := mail.Build(mail.Parts{
		From: "Night Ferry press office <press@bay.example>", Language: "en", SentTo: "Sent to %s.",
		Bodies: &email.Bodies{Subject: "Night ferry returns – at midnight", HTML: []byte("<p>It crosses at midnight.</p>\n" + email.PersonalLine + "\n"), Text: []byte("It crosses at midnight.\n" + email.PersonalLine + "\n")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	key := []byte("the workspace's key")
	to := t.Recipient(key, 7, "night-ferry/release-1", "lia@paper.example", "Lia Storm", "lia@paper.example", "press@bay.example")
	m, err := t.Message(nil, to, time.Date(2027, 3, 2, 17, 0, 0, 0, time.UTC))
	if err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(string(m.Bytes())) {
		if name, _, ok := strings.Cut(line, ": "); ok && (name == "From" || name == "To" || name == "Subject" || name == "Date") {
			fmt.Println(strings.TrimSpace(line))
		}
	}
	// Output:
	// From: "Night Ferry press office" <press@bay.example>
	// To: "Lia Storm" <lia@paper.example>
	// Subject: =?utf-8?q?Night_ferry_returns_=E2=80=93_at_midnight?=
	// Date: Tue, 02 Mar 2027 17:00:00 +0000
}

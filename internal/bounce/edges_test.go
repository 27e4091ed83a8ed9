package bounce

import (
	"fmt"
	"strings"
	"testing"
)

// A text is found also where the header says badly what it is (RFC 2045 section 5.2).
func TestTheTextOfAMessageWhoseTypeIsBadlyWritten(t *testing.T) {
	for _, kind := range []string{
		"text/plain", "TEXT/Plain; charset=utf-8", "text/plain; charset=utf-8; charset=utf-8", "Text/Plain ; charset", "text", "plain", ";", "",
		"text/plain; charset=no-such-set", "text/plain\r\nContent-Transfer-Encoding: none",
	} {
		for _, frame := range []string{"%s", "multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: %s"} {
			raw := "From: ana@paper.example\r\nSubject: Re: News\r\nContent-Type: " + fmt.Sprintf(frame, kind) + "\r\n\r\nunsubscribe\r\n"
			if strings.HasPrefix(frame, "multi") {
				raw += "--b--\r\n"
			}
			if got := Read([]byte(raw)).Sort(); got.Kind != Unsubscribe {
				t.Errorf("%s: %+v", fmt.Sprintf(frame, kind), got)
			}
		}
	}
}

// What stands at the edge of what is looked at, and what a letter more or less makes of it.
func TestAnswersAtTheEdge(t *testing.T) {
	message := func(head, text string) string {
		return "From: Ana Ruiz <ana@paper.example>\r\n" + head + "\r\n\r\n" + strings.ReplaceAll(text, "\n", "\r\n")
	}
	token := strings.Repeat("a", 13) + ours[2:]
	for _, c := range []struct{ head, text, want string }{
		{"Subject: Read this please", "The words of it.", "human"},
		{"Subject: Read : News", "The words of it.", "automatic Read : News"},
		{"Subject: Read: News", "I am out of the office.", "automatic Read: News"},
		{"Subject: x\r\nAuto-Submitted: NO", "The words of it.", "human"},
		{"Subject: x\r\nAuto-Submitted: YES", "I am out of the office.", "away I am out of the office."},
		{"Subject: x\r\nPrecedence:  BULK ", "Your ticket is 1. I am out of the office.", "away I am out of the office."},
		{"Subject: x\r\nPrecedence: bulk mail", "The words of it.", "human"},
		{"Subject: x\r\nPrecedence: auto_reply", "The words of it.", "automatic x"},
		{"Subject: x\r\nPrecedence: junk", "The words of it.", "automatic x"},
		{"Subject: x\r\nPrecedence: list", "The words of it.", "human"},
		{"Subject: x\r\nAuto-Submitted: auto-replied", "Thank you.\n\n> I am out of the office.", "automatic x"},
		{"Subject: unsubscribe", strings.Repeat("thanks ", 85), "unsubscribe unsubscribe"},
		{"Subject: unsubscribe", strings.Repeat("thanks ", 86), "human unsure unsubscribe"},
		{"Subject: unsubscribe", strings.Repeat("thanks ", 85) + "!!!!!", "unsubscribe unsubscribe"},
		{"Subject: unsubscribe", strings.Repeat("thanks ", 85) + "!!!!!!", "human unsure unsubscribe"},
		{"Subject: x\r\nReturn-Path:  <> ", "The words of it.", "automatic x"},
		{"Subject: Out of office", "The words of it.", "away Out of office"},
		{"Subject: unsubscribe " + token, "whatever", "unsubscribe unsubscribe " + token},
		{"Subject: UNSUBSCRIBE " + strings.ToUpper(token), "whatever", "unsubscribe UNSUBSCRIBE " + strings.ToUpper(token)},
		{"Subject: to unsubscribe " + token, "whatever", "human"},
		{"Subject: unsubscribe a" + token, "whatever", "human"},
		{"Subject: Re: News", "unsubscribe" + strings.Repeat("!", 589), "unsubscribe unsubscribe" + strings.Repeat("!", 389) + "…"},
		{"Subject: Re: News", "unsubscribe" + strings.Repeat("!", 590), "human unsure unsubscribe" + strings.Repeat("!", 389) + "…"},
		{"Subject: unsubscribe", "ok?", "human unsure unsubscribe"},
		{"Subject: unsubscribe", "Ana's paper", "human unsure unsubscribe"},
		{"Subject: unsubscribe", "Please remove me, thanks!", "unsubscribe Please remove me, thanks!"},
		{"Subject: unsubscribe", "Thanks!", "unsubscribe unsubscribe"},
		{"Subject: unsubscribe", "", "unsubscribe unsubscribe"},
		{"Subject: ", "", "human"},
		{"Subject: Re: unsubscribe", "", "unsubscribe Re: unsubscribe"},
		{"Subject: AW: Abmelden", "Danke!", "unsubscribe AW: Abmelden"},
		{"Subject: Re: unsubscribe", "ok?", "human unsure Re: unsubscribe"},
		{"Subject: News", "unsubscribe\n--\nbut do ring me", "unsubscribe unsubscribe"},
		{"Subject: News", "unsubscribe\n-\nbut do ring me", "human unsure unsubscribe - but do ring me"},
		{"Subject: Re: News", "unsubscribe؟", "human unsure unsubscribe؟"},
		{"Subject: Re: News", "unsubscribe？", "human unsure unsubscribe？"},
		{"Subject: Re: News", "unsubscribe?", "human unsure unsubscribe?"},
		{"Subject: Re: News", "unsubscribe!", "unsubscribe unsubscribe!"},
		{"Subject: Re: News", "Should I unsubscribe؟", "human unsure Should I unsubscribe؟"},
		{"Subject: Re: News", "> to unsubscribe write here\nShould I unsubscribe？", "human unsure Should I unsubscribe？"},
		{"Subject: News", "I have left the paper؟", "human"},
		{"Subject: News", "I have left the paper?", "human"},
		{"Subject: News", "I have left the paper？", "human"},
	} {
		r := Read([]byte(message(c.head, c.text))).Sort("News")
		got := string(r.Kind)
		if r.Unsure {
			got += " unsure"
		}
		if got = strings.TrimSpace(got + " " + r.Detail); got != c.want {
			t.Errorf("%s, %q:\n%s, want\n%s", c.head, c.text, got, c.want)
		}
	}
}

func TestTheNamesOfTheWriter(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	for from, want := range map[string]string{
		"Ana Ruiz <ana@paper.example>":       "ana ruiz ana ana paper example",
		"J. Ruiz <j@paper.example>":          "ruiz j paper example",
		"Jo Li <jo@paper.example>":           "jo li jo jo paper example",
		"Unsubscribe Ana <stop@ana.example>": "ana stop ana example",
		"ana@paper.example":                  "ana paper example ana ana paper example",
		"":                                   "",
		// the first 400 bytes are looked at
		x(396) + " <bo@paper.example>": x(396) + " bo bo paper example",
		x(397) + " <bo@paper.example>": x(397) + " bo paper example",
	} {
		m := parse([]byte("From: " + from + "\r\n\r\n"))
		if got := strings.Join(m.names(m.from()), " "); got != want {
			t.Errorf("%s: %q, want %q", from, got, want)
		}
	}
}

// A line that says that all of it is confidential ends what is said, where it is long.
func TestALongLineOfConfidence(t *testing.T) {
	for n, ends := range map[int]bool{60: false, 61: true} {
		line := strings.Repeat("x", n-len(" confidential")) + " confidential"
		if got := statement("yes\n"+line+"\nmore", nil).core; strings.HasSuffix(got, "more") == ends {
			t.Errorf("with %d bytes it ends what is said: %t", n, !ends)
		}
	}
}

// Each phrase by which a server is known without a code, and it without its last letter.
func TestPhrasesOfServersAreKnownWhole(t *testing.T) {
	opens := func(s string) bool {
		for _, o := range openings {
			if o.MatchString(s) {
				return true
			}
		}
		return false
	}
	for _, c := range []struct {
		is      func(string) bool
		phrases string
	}{
		{opens, "this is the qmail-send program|a message that you sent could not be delivered|a message that you have sent has not yet been delivered|" +
			"the following addresses had permanent|the following addresses had transient|did not reach the following recipient|delivery to the following recipient failed|" +
			"delivery has failed|couldn't be delivered to|could not be delivered to|unable to deliver the message|your message could not be deliver|your message wasn't deliver|" +
			"no se pudo entregar|konnte nicht zugestellt werden|n'a pas pu être remis|message non remis|message was not delivered|sorry, we were unable|sorry, i wasn't able|sorry, i couldn't"},
		{failSubject.MatchString, "undeliver|delivery status|delivery failure|delivery failed|delivery has failed|delivery report|failure notice|returned mail|returned to sender|" +
			"mail delivery|delivery notification|non remis|échec de la remise|échec de remise|unzustellbar|nicht zugestellt|no se puede entregar|no entregado|mensaje devuelto"},
		{daemonName.MatchString, "mail delivery system|mail delivery subsystem|mail delivery service|mailer daemon|mailer-daemon|system administrator"},
		{daemonFrom.MatchString, "mailer-daemon@|postmaster@|mail-daemon@|mdaemon@|bounce@|microsoftexchange1f@|symantec_x@|maildelivery_x@"},
		{delayPattern.MatchString, "delayed|warning: message|warning: could not send|has not yet been delivered|has not been delivered|will keep trying|will continue to try|" +
			"will continue to attempt|will continue to be made|will be retried|we will retry|we will try|(delay)|temporary problem delivering|no action is required"},
	} {
		for _, p := range strings.Split(c.phrases, "|") {
			if !c.is(strings.ToUpper(p)) || c.is(p[:len(p)-1]) {
				t.Errorf("%q: %t, without its last letter %t", p, c.is(strings.ToUpper(p)), c.is(p[:len(p)-1]))
			}
		}
	}
	for _, c := range []struct {
		text string
		want Kind
	}{
		{"", Human},
		{strings.Repeat(" ", 3000-len("delivery has failed")) + "delivery has failed", Refused},
		{strings.Repeat(" ", 3001-len("delivery has failed")) + "delivery has failed", Human},
		{"delivery has failed" + strings.Repeat(" ", 1500-26) + "delayed", Delayed},
		{"delivery has failed" + strings.Repeat(" ", 1501-26) + "delayed", Refused},
	} {
		if got := Read([]byte("From: postmaster@x.example\nSubject: Hello\n\n" + c.text)).Sort(); got.Kind != c.want {
			t.Errorf("%.30q of %d: %s, want %s", c.text, len(c.text), got.Kind, c.want)
		}
	}
}

// The words of a signature that have no capital, each whole.
func TestSmallWordsOfASignature(t *testing.T) {
	for _, w := range strings.Fields("of the and for at in de la le les el del di da do dos das du des der die das den von und et y e van het en bei für am à tel tel. tel: " +
		"mobile mobil phone fax t. m: x OF The") {
		if !signs("Tide "+w+" Coast", nil) {
			t.Errorf("%q stands in no signature", w)
		}
	}
	for _, w := range strings.Fields("off desder bo moby wrote ab. phones") {
		if signs("Tide "+w+" Coast", nil) {
			t.Errorf("%q stands in a signature", w)
		}
	}
	for _, w := range strings.Fields("b&w a@b x1y ftp://x www.x «x» <Ana> “Ana „Ana 'Ana *Ana \"Ana") {
		if got := signs(w, nil); got != (w != "«x»") {
			t.Errorf("%q signs: %t", w, got)
		}
	}
	for _, w := range []string{"either:/or", "wwweb"} {
		if signs(w, nil) {
			t.Errorf("%q is taken for an address of a page", w)
		}
	}
}

// The beginning of what a person says, as the press office is shown it.
func TestWhatAPersonSaysInOneLine(t *testing.T) {
	for text, want := range map[string]string{
		"Hello,\n\nMay I call\nyou at noon?\n\nThanks,\nAna Ruiz\n\n> quoted": "May I call you at noon?",
		"> quoted\nYes": "Yes", "": "", strings.Repeat("x", 301): strings.Repeat("x", 300), strings.Repeat("x", 300): strings.Repeat("x", 300),
		"Fine\nAna\nEditor": "Fine",
	} {
		if got := Read([]byte("From: Ana Ruiz <ana@paper.example>\n\n" + text)).Said(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for n, want := range map[int]string{400: strings.Repeat("é", 400), 401: strings.Repeat("é", 400) + "…"} {
		if got := oneLine(strings.Repeat("é", n)); got != want {
			t.Errorf("%d become %d", n, len([]rune(got)))
		}
	}
}

// Which line, or lines, introduce what is quoted.
func TestLinesThatIntroduceAQuotedMail(t *testing.T) {
	for text, want := range map[string]int{
		"On Monday, 7 June, Ana wrote:":                1,
		"On Monday, 7 June,\nAna wrote:":               2,
		"On Monday,\n7 June,\nAna wrote:":              3,
		"On Monday,\n7 June,\nAna\nwrote:":             0,
		"On Monday, 7 June,\n\nAna wrote:":             0,
		"On Monday, 7 June,\n> Ana wrote:":             0,
		"On Monday, Ana wrote:":                        0,
		"Ana <ana@paper.example> wrote:":               1,
		"Ana\n<ana@paper.example> wrote:":              0,
		"2027-06-07 Ana <ana@paper.example>:":          1,
		"2027-06-07 Ana ana@paper.example:":            0,
		"Ana ana@paper.example 7:":                     0,
		"7 June Ana wrote：":                            1,
		"Am 7. Juni schrieb Ana:":                      1,
		"2027年6月7日 ana@paper.example 書きました:":           1,
		"On 7 June Ana wrote: yes":                     0,
		"On 7 " + strings.Repeat("x", 588) + " wrote:": 1,
		"On 7 " + strings.Repeat("x", 589) + " wrote:": 0,
	} {
		if got := introduction(strings.Split(text, "\n")); got != want {
			t.Errorf("%.60q: %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"x\n----- Original Message -----\nb":    "x",
		"x\nOriginal Message\nb":                "x\nOriginal Message\nb",
		"x\nFrom: x\n1\n2\n3\n4\nSent: y\nb":    "x\nFrom: x\n1\n2\n3\n4\nSent: y\nb",
		"x\nFrom: x\n1\n2\n3\nSent: y\nb":       "x",
		"x\n" + strings.Repeat("_", 10) + "\nb": "x",
		"x\n" + strings.Repeat("_", 9) + "\nb":  "x\n" + strings.Repeat("_", 9) + "\nb",
		"x\nOn 7 June Ana wrote:\n\n> b\nc":     "x\n\nc",
		"x\nOn 7 June Ana wrote:\n\nb\nc":       "x",
		"x\nOn 7 June Ana wrote:\n \t\n> b\nc":  "x\n \t\nc",
		"x\nOn 7 June,\nAna wrote:\n> b\nc":     "x\nc",
		"x\n  > b\nc":                           "x\nc",
	} {
		if got := unquoted(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := unquoted("x\n__________ y\nz"); got != "x\n__________ y\nz" {
		t.Errorf("behind a line that is filled in: %q", got)
	}
	m := &parsed{own: []string{"Costs (in $) rise? [update]"}}
	if got := m.withoutOwn("Re: costs (in\n$) rise? [UPDATE]!"); got != "Re:  !" {
		t.Errorf("%q", got)
	}
	if got := unquoted(strings.Repeat("a\n", maxLines+1)); got != strings.Repeat("a\n", maxLines-1)+"a" {
		t.Errorf("of a long text %d bytes are looked at", len(got))
	}
}

// What a returned message tells of the one that was sent.
func TestWhatAReturnedMessageTells(t *testing.T) {
	other := "2b" + ours[2:]
	for text, want := range map[string]string{
		"> Message-ID: <one@x.example>":        "[one@x.example] ",
		"\t MESSAGE-ID:\n <one@x.example>":     "[one@x.example] ",
		"X-Pressroom-Delivery: " + ours + "\n": "[] " + ours,
		"X-Pressroom-Delivery: x\nX-Pressroom-Delivery: " + ours + "\nX-Pressroom-Delivery: " + other: "[] " + ours,
		"Message-ID <one@x.example>":                                   "[] ",
		strings.Repeat(".", 64<<10-26) + "\nMessage-ID: <a@x.example>": "[a@x.example] ",
		strings.Repeat(".", 64<<10-25) + "\nMessage-ID: <a@x.example>": "[] ",
	} {
		r := Read([]byte("From: mailer-daemon@x.example\nSubject: Undeliverable\n\n" + text)).Sort()
		if got := fmt.Sprint(r.MessageIDs, " ", r.Token); got != want {
			t.Errorf("%.60q: %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]string{"ask" + strings.Repeat(" ", 80) + "bo@x.example": "", "I ask, you: bo@x.example": "bo@x.example"} {
		if got := strings.Join(failing(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

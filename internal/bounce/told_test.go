package bounce

import (
	"fmt"
	"strings"
	"testing"
)

// A group of a notification counts by whichever of its fields it has.
func TestOneFieldMakesAGroupOfANotification(t *testing.T) {
	for group, want := range map[string]string{
		"Final-Recipient: rfc822; ana@paper.example":                "refused ana@paper.example  []",
		"Original-Recipient: rfc822; ana@paper.example":             "refused ana@paper.example  []",
		"Final-Recipient: rfc822; ana@paper.example\nStatus: 5.1.1": "hard ana@paper.example 5.1.1 [5.1.1]",
		"Action: delayed":                     "delayed  [delayed]",
		"Status: 4.2.2":                       "soft  4.2.2 [4.2.2]",
		"Action: failed\nStatus: 5.2.2":       "soft  5.2.2 [failed 5.2.2]",
		"Diagnostic-Code: smtp; 550 5.1.1 no": "human",
		"Status: 5.0.0\nDiagnostic-Code: 550 5.1.1 unknown; ask at the desk":    "hard  5.1.1 [550 5.1.1 unknown; ask at the desk]",
		"Status: 5.0.0\nDiagnostic-Code: smtp ; 550 5.1.1 unknown; ask no more": "hard  5.1.1 [550 5.1.1 unknown; ask no more]",
	} {
		raw := "From: x@mx.example\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n" +
			"Reporting-MTA: dns; mx.example\n\n" + group + "\n\n--b--\n"
		r := Read([]byte(strings.ReplaceAll(raw, "\n", "\r\n"))).Sort()
		got := string(r.Kind)
		if len(r.Failures) > 0 {
			f := r.Failures[0]
			got = fmt.Sprintf("%s %s %s [%s]", f.Kind, f.Recipient, f.Status, f.Detail)
		}
		if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
			t.Errorf("%q: %s, want %s", group, got, want)
		}
	}
}

// A notification of several is about the worst, and what only looks like a day or a machine is
// none.
func TestTheWorstOfSeveralCounts(t *testing.T) {
	for actions, want := range map[string]Kind{
		"delivered delayed": Delayed, "delayed delivered": Delayed, "delayed failed": Hard, "failed delivered": Hard,
	} {
		raw := "From: x@mx.example\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n"
		for _, a := range strings.Fields(actions) {
			raw += "Final-Recipient: rfc822; " + a + "@paper.example\nAction: " + a + "\n"
			if a == "failed" {
				raw += "Status: 5.1.1\n"
			}
			raw += "\n"
		}
		if got := Read([]byte(strings.ReplaceAll(raw+"--b--\n", "\n", "\r\n"))).Sort(); got.Kind != want || len(got.Failures) != 2 {
			t.Errorf("%s: %+v", actions, got)
		}
	}
	for text, want := range map[string]string{
		"Ich bin seit dem 1. Mai fort. Danke.": "Ich bin seit dem 1. Mai fort.|Danke.", "Seit 1. Mai": "Seit 1. Mai", "Um 1. Mai": "Um 1.|Mai",
	} {
		if got := strings.Join(sentences(text), "|"); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
	for text, want := range map[string]string{
		"write to postmasters@x.example": "postmasters@x.example", "write to postmaster@x.example": "", "no-reply@x.example, bo@x.example": "bo@x.example",
		"ANA@x.example or bo@x.example": "bo@x.example", "": "",
	} {
		if got := replacement([]string{text}, "ana@x.example"); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// In whatever part a server returns the message, it is found.
func TestWhereAReturnedMessageStands(t *testing.T) {
	for kind, want := range map[string]string{
		"text/rfc822-headers": "[one@x.example]", "message/rfc822": "[one@x.example]", "message/global": "[one@x.example]",
		"message/global-headers": "[one@x.example]", "message/other": "[]",
	} {
		raw := "From: postmaster@mx.example\nSubject: Undeliverable\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nNo such user\n--b\nContent-Type: " + kind +
			"\n\nMessage-ID: <one@x.example>\n\n--b--\n"
		if got := fmt.Sprint(Read([]byte(strings.ReplaceAll(raw, "\n", "\r\n"))).Sort().MessageIDs); got != want {
			t.Errorf("%s: %s, want %s", kind, got, want)
		}
	}
}

// What we have written ourselves is no word of whoever quotes it, where it has three words.
func TestOwnSubjectsSayNothing(t *testing.T) {
	for _, c := range []struct {
		from, own, text string
		want            Kind
	}{
		{"postmaster@mx.example", "Why delivery has failed", "About Why delivery has\nfailed, as you asked", Human},
		{"postmaster@mx.example", "delivery has failed", "delivery has failed", Human},
		{"postmaster@mx.example", "has failed", "delivery has failed", Refused},
		{"ana@paper.example", "I have left the paper", "About “I have left the paper”: may we print it?", Human},
		{"ana@paper.example", "I have left", "I have left the paper.", Human},
		{"ana@paper.example", "I have", "I have left the paper.", Left},
		{"ana@paper.example\nAuto-Submitted: auto-replied", "I am out of the office", "We have read “I am out of the office”.", Automatic},
		{"ana@paper.example\nAuto-Submitted: auto-replied", "News", "I am out of the office.", Away},
		{"ana@paper.example", "Costs \xff rise a lot", "I have left the paper.", Left},
	} {
		raw := "From: " + c.from + "\nSubject: Hello\n\n" + c.text + "\n"
		if got := Read([]byte(raw)).Sort(c.own); got.Kind != c.want {
			t.Errorf("%q beside our %q: %+v, want %s", c.text, c.own, got, c.want)
		}
	}
}

func TestPhrasesOfLanguagesThatDivideNoWords(t *testing.T) {
	for _, c := range []struct {
		text, phrase string
		spaced, want bool
	}{
		{"配 信 停止", "配信 停止", false, true},
		{"x配信停止y", "配信停止", false, true},
		{"no mail", "no mail", true, true},
		{"no mails", "no mail", true, false},
		{"nomail", "no mail", true, false},
	} {
		if got := contains(c.text, c.phrase, c.spaced); got != c.want {
			t.Errorf("%q in %q: %t", c.phrase, c.text, got)
		}
	}
	for n, want := range map[int]wish{19_988: mixed, 19_989: silent} {
		if got := (said{core: strings.Repeat("x", n) + " unsubscribe"}).wish(nil); got != want {
			t.Errorf("behind %d bytes: %d, want %d", n, got, want)
		}
	}
	for text, want := range map[string]Kind{"配信停止 Thank you": Unsubscribe, "配信停止 Thank Dan": Human} {
		raw := "From: ana@paper.example\nSubject: Re: News\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n"
		if got := Read([]byte(raw)).Sort(); got.Kind != want {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// Each line of a quotation in a page is marked once, and signs are read once.
func TestQuotationsInPages(t *testing.T) {
	for page, want := range map[string]string{
		"<blockquote>one <b>two</b><br>three</blockquote>four": "\n> one two \n> three \nfour ",
		"one &amp;lt; two": "one &lt; two ",
	} {
		if got := plain([]byte(page)); got != want {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
}

// A program that repeats our mail without a mark says nothing by its words.
func TestOurMailRepeatedWithoutAMark(t *testing.T) {
	for _, line := range []string{
		"FOR IMMEDIATE RELEASE: June 7, 2027", "EMBARGOED UNTIL Monday, June 7, 2027", "ZUR SOFORTIGEN VERÖFFENTLICHUNG: 7. Juni 2027",
		"  POUR DIFFUSION IMMÉDIATE\u00a0: 7 juin 2027", "即時解禁：2027年6月7日",
	} {
		raw := "Return-Path: <>\nFrom: Desk <desk@tide.example>\nSubject: [#4711] Port publishes its tests\nAuto-Submitted: auto-replied\n" +
			"Content-Type: text/plain; charset=utf-8\n\nWe have received your message (ticket #4711).\n\nYour message:\n\n" + line +
			"\n\nThe old director has left the company. To leave this press list, answer with the word “unsubscribe”.\n"
		if got := Read([]byte(raw)).Sort("Port publishes its tests"); got.Kind != Automatic {
			t.Errorf("%s: %s (%s)", line, got.Kind, got.Detail)
		}
	}
	raw := "From: Ana <ana@tide.example>\nSubject: Re: Port\n\nEmbargoed until when? I no longer work at the Tide.\n"
	if got := Read([]byte(raw)).Sort("Port"); got.Kind != Left {
		t.Errorf("a question: %s", got.Kind)
	}
}

// What is said of the sender says nothing of whom the message was for.
func TestWhatIsSaidOfTheSender(t *testing.T) {
	for _, said := range []string{
		"554 Sender's domain does not exist", "550 Domain of sender address press@quay.example does not exist", "550 unknown user: sender rejected",
		"550 Sender address rejected: user unknown", "550 sender verify failed: no such user here", "Sender’s mailbox not found",
	} {
		raw := "From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\nContent-Type: multipart/report; boundary=b\n\n--b\n" +
			"Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; ana@tide.example\nAction: failed\nStatus: 5.0.0\n" +
			"Diagnostic-Code: smtp; " + said + "\n\n--b--\n"
		if got := Read([]byte(raw)).Sort(); got.Kind != Refused {
			t.Errorf("%s: %s", said, got.Kind)
		}
	}
	raw := "From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail Returned to Sender\n\nReturned to sender:\n\n<ana@tide.example>: user unknown\n"
	if got := Read([]byte(raw)).Sort(); got.Kind != Hard {
		t.Errorf("returned to its sender: %s", got.Kind)
	}
}

// TestTheLineAboveAMailThatIsAnswered ends what somebody says where it has a rule of two signs or more.
func TestTheLineAboveAMailThatIsAnswered(t *testing.T) {
	for line, ends := range map[string]bool{
		"-----Original Message-----": true, "--Original message--": true, "-- Original message": true, "- Original message -": false,
		"Original message": false, "-- Messaggio originale --": true, "-- Weitergeleitete Nachricht --": true, "-- The original message --": false,
	} {
		want := "Yes.\n" + line + "\nNo."
		if ends {
			want = "Yes."
		}
		if got := unquoted("Yes.\n" + line + "\nNo."); got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

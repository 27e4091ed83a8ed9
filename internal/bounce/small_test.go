package bounce

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressroom/internal/language"
)

// What each code says, by RFC 3463 and RFC 5321.
func TestWhatEachCodeSays(t *testing.T) {
	for _, c := range []struct {
		kind  Kind
		codes string
	}{
		{Delivered, "2.0.0 2.1.5/250 2.1.5/550"},
		{Soft, "4.0.0 4.2.2 4.7.1/550 5.2.2 5.4.7 5.2.1 5.4.4 5.4.1 5.2.2/552 /400 /421 /499 5.7.1/450"},
		{Hard, "5.1.1 5.1.2 5.1.3 5.1.6 5.1.10 5.1.1/450 5.1.1/550"},
		{Refused, "5.0.0 5.1.4 5.1.8 5.2.3 5.4.6 5.7.1 5.7.26/550 5.1.11 5.2 5.2.22 /500 /550 /399 /554 /"},
	} {
		for _, code := range strings.Fields(c.codes) {
			status, number, _ := strings.Cut(code, "/")
			n := 0
			fmt.Sscan(number, &n)
			if got := judge(status, n); got != c.kind {
				t.Errorf("%s: %s, want %s", code, got, c.kind)
			}
			if got := Gone(status); got != (c.kind == Hard) {
				t.Errorf("%s says that the address is gone: %t", status, got)
			}
		}
	}
}

// A group of a notification is about whom its server speaks of.
func TestWhomANotificationIsAbout(t *testing.T) {
	for _, c := range []struct{ fields, want string }{
		{"original-recipient: rfc822;ana@paper.example", "ana@paper.example"},
		{"original-recipient: rfc822; <ana@paper.example> ", "ana@paper.example"},
		{"original-recipient: ana@paper.example", "ana@paper.example"},
		{"original-recipient: rfc822;ana@paper.example\nfinal-recipient: rfc822;desk@post.example", "desk@post.example"},
		{"original-recipient: rfc822;ana@paper.example\nfinal-recipient: rfc822;bo@post.example\nx-actual-recipient: rfc822;cy@mail.example", "cy@mail.example"},
		{"original-recipient: rfc822;ana@paper.example\nfinal-recipient: rfc822;desk", "desk@paper.example"},
		{"final-recipient: rfc822;desk", "desk"},
		{"final-recipient: rfc822;" + strings.Repeat("d", 65), ""},
		{"final-recipient: rfc822;two words", ""},
		{`final-recipient: utf-8;\x{F6}do@paper.example`, "ödo@paper.example"},
		{`final-recipient: utf-8;\x{41}do@paper.example`, "x{41}do@paper.example"},
		{"final-recipient: rfc822;ana@paper.example\ndiagnostic-code: smtp; 550 <bo@post.example>: no such user", "bo@post.example"},
		{"final-recipient: rfc822;ana@paper.example\ndiagnostic-code: smtp; 550 <ANA@paper.example>: no; bo@post.example", "ana@paper.example"},
		{"final-recipient: rfc822;ana@paper.example\ndiagnostic-code: smtp; 550 ask postmaster@post.example", "ana@paper.example"},
		{"final-recipient: rfc822;ana@paper.example\ndiagnostic-code: smtp; 550 no; postmaster@post.example has more", "ana@paper.example"},
		{"final-recipient: rfc822;ana@paper.example\ndiagnostic-code: smtp; 550 refused, mail from <press@ours.example> to <bo@post.example>", "bo@post.example"},
		{"diagnostic-code: smtp; 550 <bo@post.example> unknown", ""},
		{"original-recipient: rfc822; <ana@paper.example>\nfinal-recipient: rfc822; desk", "desk@paper.example"},
		{"original-recipient: rfc822; desk", "desk"},
		{`final-recipient: utf-8;\x{10FFFF}do@paper.example`, "\U0010FFFFdo@paper.example"},
		{`final-recipient: utf-8;\x{200000}do@paper.example`, "x{200000}do@paper.example"},
	} {
		if got := spokenOf(fields([]byte(c.fields))[0]); got != c.want {
			t.Errorf("%s:\n%q, want %q", c.fields, got, c.want)
		}
	}
}

func TestTheVerdictOnARecipient(t *testing.T) {
	for _, c := range []struct{ action, status, diagnostic, want string }{
		{"failed", "5.1.1", "", "hard 5.1.1 0"},
		{"", "5.1.1", "", "hard 5.1.1 0"},
		{"Failed (bad)", "5.1.1", "smtp; 550 5.1.1 no", "hard 5.1.1 550"},
		{"delivered", "5.1.1", "", "delivered 5.1.1 0"},
		{"RELAYED", "2.0.0", "", "delivered 2.0.0 0"},
		{"expanded", "", "", "delivered  0"},
		{"delayed", "4.4.1", "smtp; 450 later", "delayed 4.4.1 450"},
		{"failed", "5.0.0", "smtp; 550 5.1.1 no such user", "hard 5.1.1 550"},
		{"failed", "", "smtp; 550 5.1.1 no", "hard 5.1.1 550"},
		{"failed", "5.1.1", "smtp; 550 5.7.1 spam", "refused 5.7.1 550"},
		{"failed", "5.1.1", "smtp; 450 4.2.2 full", "hard 5.1.1 450"},
		{"failed", "4.4.7", "smtp; 550 5.1.1 no", "soft 4.4.7 550"},
		{"failed", "5.0.0", "smtp; user unknown", "hard 5.0.0 0"},
		{"failed", "5.0.0", "smtp; 554 mailbox full", "soft 5.0.0 554"},
		{"failed", "", "smtp; spam, user unknown", "refused  0"},
		{"failed", "5.7.1", "smtp; user unknown", "refused 5.7.1 0"},
		{"failed", "", "", "refused  0"},
		{"failed", "4.0.0", "smtp; something", "soft 4.0.0 0"},
		{"failed", "5.0.0", "550 5.1.1 unknown; ask its owner", "hard 5.1.1 550"},
	} {
		kind, status, code := verdict(map[string]string{"action": c.action, "status": c.status, "diagnostic-code": c.diagnostic})
		if got := fmt.Sprintf("%s %s %d", kind, status, code); got != c.want {
			t.Errorf("%s %s %q: %s, want %s", c.action, c.status, c.diagnostic, got, c.want)
		}
	}
}

// Each word by which servers that give no code say what is the matter, in any case.
func TestWhatServersMeanWithoutACode(t *testing.T) {
	for kind, words := range map[Kind]string{
		Refused: "spam,blocked,blacklist,block list,policy,denied,reputation,too large,size limit,content rejected,virus," +
			"sender's,sender’s,of sender,sender address,sender domain,sender rejected,sender verif,unknown sender,invalid sender",
		Soft: "mailbox full,mailbox is full,over quota,quota exceeded,exceeded storage,temporarily,try again,timed out,timeout,connection refused," +
			"too many,inactive,disabled",
		Hard: "user unknown,unknown user,no such user,no such mailbox,does not exist,doesn't exist,doesn’t exist,mailbox unavailable,mailbox not found," +
			"recipient not found,user not found,address rejected: undeliverable,not listed in,unknown recipient,invalid recipient,no mailbox here," +
			"unrouteable address,address not found,account that you tried to reach,recipient rejected,no longer available,host or domain name not found",
		"": "mailbox,ful,use unknown,reject,no such,unavailable,",
	} {
		for _, w := range strings.Split(words, ",") {
			if got, ok := byWords("554 " + strings.ToUpper(w) + "!"); got != kind || ok != (kind != "") {
				t.Errorf("%q: %q %t, want %q", w, got, ok, kind)
			}
			if got, ok := byWords(w[:max(0, len(w)-1)]); ok {
				t.Errorf("%q without its last letter: %q", w, got)
			}
		}
	}
}

func TestWhomAReportInWordsIsAbout(t *testing.T) {
	for _, c := range []struct{ text, want, why string }{
		{"<ana@paper.example>: 550 5.1.1 no such user", "ana@paper.example", "<ana@paper.example>: 550 5.1.1 no such user"},
		{"ana@paper.example\nbo@paper.example\n550 no such user", "bo@paper.example", "550 no such user"},
		{"ana@paper.example\nbo@paper.example\nno such user", "ana@paper.example", "no such user"},
		{"550 no\nana@paper.example", "ana@paper.example", ""},
		{"ana@paper.example.\n550 no", "ana@paper.example", ""},
		{"ana@paper.example.\n550 no way", "ana@paper.example", "550 no way"},
		{"From: press@ours.example\npostmaster@paper.example\nana@paper.example\n5.1.1 no", "ana@paper.example", "5.1.1 no"},
		{"press@ours.example wrote to ana@paper.example: 550 no", "ana@paper.example", "press@ours.example wrote to ana@paper.example: 550 no"},
		{"PRESS@ours.example: 550 no", "", "PRESS@ours.example: 550 no"},
		{"ana@paper.example (generated from bo@paper.example)\nmailbox full\nspam", "ana@paper.example", "mailbox full"},
		{"400 now\nana@paper.example\n451 later", "ana@paper.example", "400 now"},
		{"250 ok\n399 no\nana@paper.example", "ana@paper.example", ""},
		{"nothing", "", ""},
	} {
		if got, why := reported(c.text, "press@ours.example"), reason(c.text); got != c.want || why != c.why {
			t.Errorf("%q is about %q because of %q, want %q, %q", c.text, got, why, c.want, c.why)
		}
	}
	for text, want := range map[string]string{
		"ana@paper.example and bo@paper.example": "ana@paper.example bo@paper.example",
		"mail from ana@paper.example":            "", "From: <ana@paper.example>": "", "sender = ana@paper.example": "", "contact us at ana@paper.example": "",
		"contact ana@paper.example": "", "write to ana@paper.example": "", "questions go to ana@paper.example": "", "ask ana@paper.example": "",
		"for assistance, at ana@paper.example": "", "support to ana@paper.example": "", "help: ana@paper.example": "", "administrator <ana@paper.example": "",
		"forwarded by: <bo@paper.example> to ana@paper.example":         "ana@paper.example",
		"(ultimately generated from bo@paper.example)ana@paper.example": "ana@paper.example",
		"redirected to ana@paper.example":                               "ana@paper.example",
		"ana@paper.example(forwarded from bo@paper.example)x":           "ana@paper.example",
		ours + "@paper.example":                                         "",
		strings.Repeat("a@b.example ", 25):                              strings.TrimSpace(strings.Repeat("a@b.example ", 20)),
	} {
		if got := strings.Join(failing(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	line := strings.Repeat("x", 40)
	for text, want := range map[string]string{
		line + "\n\nReceived: by x":                   line + "\n",
		line + "\n> --- Original message":             line,
		line + "\n* -- This is a copy of the message": line,
		line[:38] + "\n\nReceived: by x":              line[:38] + "\n\nReceived: by x",
		line[:39] + "\nReceived: by x":                line[:39] + "\nReceived: by x",
		line + "\nReceived: by x":                     line,
		line + " Received: by x":                      line + " Received: by x",
	} {
		if got := beforeOriginal(text); strings.TrimRight(got, "\n") != strings.TrimRight(want, "\n") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Whom a message comes from, and to which delivery's own address it was sent.
func TestWhoWroteAndToWhichDelivery(t *testing.T) {
	for _, c := range []struct{ head, from, token string }{
		{"From: Ana <ana@paper.example>\nReply-To: bo@paper.example", "ana@paper.example", ""},
		{"From: ana at paper\nReply-To: bo@paper.example", "bo@paper.example", ""},
		{"From: (no) ana@paper.example; x", "ana@paper.example", ""},
		{"Return-Path: <cy@paper.example>", "cy@paper.example", ""},
		{"Sender: cy@paper.example", "", ""},
		{"Delivered-To: press+" + ours + "@ours.example", "", ours},
		{"X-Original-To: press+" + ours + "@ours.example", "", ours},
		{"Envelope-To: press+" + ours + "@ours.example", "", ours},
		{"X-Envelope-To: press+" + ours + "@ours.example", "", ours},
		{"To: a@b.example, Press <press+" + ours + "@ours.example>", "", ours},
		{"Cc: press+" + ours + "@ours.example", "", ours},
		{"Cc: press+other@ours.example", "", ""},
		{"Cc: " + ours + "@ours.example", "", ""},
		{"Bcc: press+" + ours + "@ours.example", "", ""},
		{"To: press+2a-" + ours[3:] + "@ours.example\nDelivered-To: press+" + ours + "@ours.example", "", ours},
	} {
		m := parse([]byte(strings.ReplaceAll(c.head, "\n", "\r\n") + "\r\n\r\nbody"))
		if m.from() != c.from || m.verp() != c.token {
			t.Errorf("%s: from %q, token %q", c.head, m.from(), m.verp())
		}
	}
	if got := token("x " + strings.ToUpper(ours) + "."); got != ours {
		t.Errorf("%q", got)
	}
	if got := ids("<a> <abc> <a b c> <" + strings.Repeat("x", 301) + "> <d@e>" + strings.Repeat(" <xyz>", 30)); len(got) != 20 || got[0] != "abc" || got[1] != "d@e" {
		t.Errorf("%q", got)
	}
	for n, want := range map[int]int{399: 399, 400: 400, 401: 401} { // with the sign that it goes on
		if got := len([]rune(oneLine(" " + strings.Repeat("é", n) + "\n"))); got != want {
			t.Errorf("%d become %d", n, got)
		}
	}
	if got := head("abc", 3) + head("abcd", 3) + oneLine(" a \n b "); got != "abcabca b" {
		t.Errorf("%q", got)
	}
}

func TestPartsOfAnAnswer(t *testing.T) {
	people := []string{"ana", "ruiz"}
	for _, c := range []struct {
		line           string
		greets, closes bool
		signs          bool
	}{
		{"Hello", true, false, true},
		{"Dear Dana,", true, false, true},
		{"Dear Dana", false, false, true},
		{"Hello Dana!", true, false, true},
		{"Hello dana,", false, false, false},
		{"Hello ana,", true, false, true},
		{"Hello there please stop,", false, false, false},
		{"Hello A B C D E F G,", true, false, true},
		{"Hello A B C D E F G H,", false, false, true},
		{"Thanks", false, true, true},
		{"Many thanks,", false, true, false},
		{"Thanks, Ana", false, true, true},
		{"Thanks, Bo", false, false, true},
		{"Ana Ruiz", false, true, true},
		{"Ana Ruiz of the Paper", false, false, true},
		{"+1 555 0100 | www.paper.example | ana@paper.example", false, false, true},
		{"https://paper.example/x", false, false, true},
		{"The Paper & Co.", false, false, true},
		{"is it?", false, false, false},
		{"IS IT?", false, false, false},
		{"IS IT？", false, false, false},
		{"IS IT؟", false, false, false},
		{"please stop", false, false, false},
		{"— * —", false, true, true},
		{"«Ana»", false, true, true},
		{strings.Repeat("A", 160), false, false, true},
		{strings.Repeat("A", 161), false, false, false},
	} {
		folded := language.Fold(c.line)
		if g, cl, s := greets(c.line, folded, people), closes(folded, people), signs(c.line, people); g != c.greets || cl != c.closes || s != c.signs {
			t.Errorf("%q greets %t, closes %t, signs %t", c.line, g, cl, s)
		}
	}
	for text, want := range map[string]string{
		"One. Two! Three? Four":            "One.|Two!|Three?|Four",
		"See e.g.this. a@b.c too":          "See e.g.this.|a@b.c too",
		"One\ntwo\n \nthree":               "One two|three",
		"":                                 "",
		"One.":                             "One.",
		"One. ":                            "One.",
		strings.Repeat("a", 5998) + " b c": strings.Repeat("a", 5998) + " b",
	} {
		if got := strings.Join(sentences(text), "|"); got != want {
			t.Errorf("%.40q: %q, want %q", text, got, want)
		}
	}
	for _, c := range []struct{ text, detail, want string }{
		{"Write to bo@x.example. I have left the paper. Write to cy@x.example.", "I have left the paper.", "cy@x.example"},
		{"I have left the paper, cy@x.example is there.", "I have left the paper, cy@x.example is there.", "cy@x.example"},
		{"I have left the paper. ANA@paper.example is gone. noreply@x.example too. Then dee@x.example", "I have left the paper.", "dee@x.example"},
		{"I have left the paper.", "I have left the paper.", ""},
		{"I have left the paper. 'bo@x.example'", "I have left the paper.", "bo@x.example"},
		{"I have left the paper.\n\n> cy@x.example", "I have left the paper.", ""},
	} {
		for _, head := range []string{"", "Auto-Submitted: auto-replied\r\n"} {
			r := Read([]byte("From: ana@paper.example\r\n" + head + "\r\n" + c.text)).Sort()
			if r.Kind != Left || r.Detail != c.detail || strings.Trim(r.Replacement, "'") != c.want {
				t.Errorf("%s%q: %+v, want %q", head, c.text, r, c.want)
			}
		}
	}
}

// A subject says what its writer says, without what is ours in it.
func TestWhatASubjectSays(t *testing.T) {
	own := "Eleven groups ask the port for its records"
	for subject, want := range map[string]string{
		"Out of office":           "Out of office",
		"Re: Out of office":       "",
		"AW[2]: x":                "",
		"返信：x":                    "",
		"Automatic reply: " + own: "Automatic reply: ",
		"Auto: eleven  groups ask the port for its records!": "Auto: !",
		"Auto: Eleven groups ask…":                           "Auto: ",
		"Auto: Eleven gro...":                                "Auto: ",
		"Auto: Eleven gro":                                   "Auto: ",
		"Auto: Eleven gr":                                    "Auto: Eleven gr",
		"Auto: Eleven gr...":                                 "Auto: Eleven gr...",
		"Auto: Eleven gr … ":                                 "Auto: Eleven gr … ",
		"Auto: Eleven gropes":                                "Auto: Eleven gropes",
		"Eleven groups":                                      "Eleven groups",
		": Eleven gro...":                                    ": ",
	} {
		m := &parsed{own: []string{own}}
		m.head.SetText("Subject", subject)
		if got := m.subject(); got != want {
			t.Errorf("%q: %q, want %q", subject, got, want)
		}
	}
	m := &parsed{own: []string{"Two words", own}}
	if !m.isOwn("two WORDS") || m.isOwn("two") || !m.isOwn(own) {
		t.Error("own subjects are not known")
	}
	if got := m.withoutOwn("Two words: eleven groups\nask the port for its records."); got != "Two words:  ." {
		t.Errorf("%q", got)
	}
}

func TestWhichFailureIsWhose(t *testing.T) {
	r := Report{Failure: Failure{Recipient: "first@x.example"}, Failures: []Failure{
		{Kind: Delivered, Recipient: "ana@x.example"},
		{Kind: Delayed, Recipient: "ana@x.example"},
		{Kind: Soft, Recipient: "", Detail: "none"},
		{Kind: Soft, Recipient: "ana@x.example", Detail: " full \n box "},
		{Kind: Hard, Recipient: "ana@x.example"},
	}}
	got := r.About(func(a string) bool { return a == "ana@x.example" || a == "" })
	if got.Kind != Soft || got.Detail != "full box" {
		t.Errorf("%+v", got.Failure)
	}
	if got := r.About(func(string) bool { return false }); got.Recipient != "first@x.example" {
		t.Errorf("%+v", got.Failure)
	}
	worst := slices.SortedFunc(slices.Values([]Kind{Hard, Delivered, Refused, Soft, Delayed}), func(a, b Kind) int { return rank[a] - rank[b] })
	if fmt.Sprint(worst) != "[delivered delayed soft refused hard]" {
		t.Error(worst)
	}
}

// TestHowMuchIsDividedIntoSentences is as much as answers have, and what ends one is a stop with a blank behind it.
func TestHowMuchIsDividedIntoSentences(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	for text, want := range map[string]string{
		"":                                       "",
		"The lamps burn.":                        "The lamps burn.",
		"The lamps burn. We know! Why":           "The lamps burn.|We know!|Why",
		"Ask ana@b.example? No.":                 "Ask ana@b.example?|No.",
		"Since the 1. May. Seit dem 1. Mai. Bis": "Since the 1.|May.|Seit dem 1. Mai.|Bis",
		"One\nof two\n \nAnother\n\n\nA third\n": "One of two|Another|A third",
		x(5997) + ". yz":                         x(5997) + ".|y",
		x(5998) + ". y":                          x(5998) + ".",
		x(6001):                                  x(6000),
	} {
		if got := strings.Join(sentences(text), "|"); got != want {
			t.Errorf("%.40q of %d: %.60q, want %.60q", text, len(text), got, want)
		}
	}
	for text, want := range map[string]string{
		"write to ana@b": "ana@b", "write to ana@b.": "ana@b", "ana@-b": "", "(ana@b.example)": "ana@b.example",
		"ana@b.example-": "ana@b.example",
	} {
		if got := addressPattern.FindString(text); got != want {
			t.Errorf("%s: the address %q, want %q", text, got, want)
		}
	}
}

// TestWhomEximNames: the first address of its header field, where the report itself names none.
func TestWhomEximNames(t *testing.T) {
	for _, c := range []struct{ field, text, want string }{
		{"ana@paper.example", "Mail delivery failed.", "ana@paper.example"},
		{" <ana@paper.example>, bo@paper.example", "Mail delivery failed.", "ana@paper.example"},
		{"ana@paper.example", "  cy@paper.example\n    no such user", "cy@paper.example"},
		{"local", "Mail delivery failed.", ""},
	} {
		r := Read([]byte("From: lamps@quay.example\nSubject: x\nX-Failed-Recipients: " + c.field + "\n\n" + c.text + "\n")).Sort()
		if r.Recipient != c.want {
			t.Errorf("%s, %q: about %q, want %q", c.field, c.text, r.Recipient, c.want)
		}
	}
}

// TestTheFirstOfTwoThatAreAlike: of two recipients of whom the same is said a report is about the first.
func TestTheFirstOfTwoThatAreAlike(t *testing.T) {
	group := func(who, status string) string {
		return "Final-Recipient: rfc822; " + who + "@tide.example\nAction: failed\nStatus: " + status + "\n\n"
	}
	for groups, want := range map[string]string{
		group("ana", "5.1.1") + group("bo", "5.1.1"): "ana", group("ana", "4.2.2") + group("bo", "5.1.1"): "bo",
		group("ana", "5.1.1") + group("bo", "4.2.2"): "ana", group("ana", "4.2.2") + group("bo", "4.2.2"): "ana",
	} {
		raw := "From: MAILER-DAEMON@mx.example\nSubject: x\nContent-Type: multipart/report; boundary=b\n\n--b\n" +
			"Content-Type: message/delivery-status\n\n" + groups + "--b--\n"
		if r := Read([]byte(raw)).Sort(); r.Recipient != want+"@tide.example" || len(r.Failures) != 2 {
			t.Errorf("%q: about %s of %d", groups, r.Recipient, len(r.Failures))
		}
	}
}

// TestHowLongAWishMayBe, and a name that is written with its accents and without a capital.
func TestHowLongAWishMayBe(t *testing.T) {
	const wish = "please remove me from your mailing list"
	for n, want := range map[int]bool{7: true, maxAsked: true, maxAsked + 1: false} {
		if got := asksToStop(strings.Repeat("lamps ", n-7) + wish); got != want {
			t.Errorf("of %d words: %t", n, got)
		}
	}
	if !signs("élise roy", []string{"elise", "roy"}) || signs("élise roy", []string{"roy"}) {
		t.Error("a name with an accent signs nothing, or another one does")
	}
}

package bounce

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// All that is read of each shape: who sent it, every failure, and the words that the
// press office is shown.
func TestReportsWhole(t *testing.T) {
	files, err := filepath.Glob("testdata/shapes/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, raw, _ := strings.Cut(string(src), "\n")
		raw = strings.ReplaceAll(strings.ReplaceAll(raw, "TOKEN", ours), "\n", "\r\n")
		fmt.Fprintf(&b, "=== %s\n", strings.TrimSuffix(filepath.Base(name), ".txt"))
		fmt.Fprintln(&b, strings.ReplaceAll(expect.Given(Read([]byte(raw)).Sort()), ours, "TOKEN"))
	}
	expect.File(t, "reports.golden.txt", b.String())
}

// Messages that are put together here: each differs in one thing that decides.
func TestAnswersWhole(t *testing.T) {
	plain := func(head, text string) string {
		return "From: Ana Ruiz <ana@paper.example>\nTo: press@x.example\n" + head + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + text
	}
	long := strings.Repeat("n", 60)
	var b strings.Builder
	for _, c := range []struct{ name, raw string }{
		{"unsubscribe", plain("Subject: Re: News\n", "Unsubscribe\n")},
		{"please, with a name", plain("Subject: Re: News\n", "Hello,\n\nPlease unsubscribe me, thank you.\n\nBest regards,\nAna Ruiz\n")},
		{"with a signature of many words", plain("Subject: Re: News\n", "unsubscribe\n\nAna Ruiz\nThe Paper, 12 Quay Street\n+1 555 0100 | www.paper.example\n")},
		{"with a sentence behind it", plain("Subject: Re: News\n", "unsubscribe\n\nand tell me who gave you my address\n")},
		{"with a question", plain("Subject: Re: News\n", "Should I unsubscribe?\n")},
		{"in Japanese", plain("Subject: Re: News\n", "配信停止 を お願いします\n")},
		{"in Japanese without spaces", plain("Subject: Re: News\n", "配信停止をお願いします\n")},
		{"in Japanese with spaces inside its words", plain("Subject: Re: News\n", "配 信 停 止 をお願 いします\n")},
		{"in German", plain("Subject: Re: News\n", "Guten Tag,\nbitte abmelden.\nDanke\nAna Ruiz\n")},
		{"in Spanish", plain("Subject: Re: News\n", "Hola,\npor favor, denme de baja.\nGracias,\nAna\n")},
		{"in a subject", plain("Subject: unsubscribe\n", "\n")},
		{"above a quoted mail", plain("Subject: Re: News\n", "unsubscribe\n\nOn Monday, Press <press@x.example> wrote:\n> To leave the list, unsubscribe here.\n")},
		{"only quoted", plain("Subject: Re: News\n", "Thank you!\n\n> To leave the list, unsubscribe here.\n")},
		{"above a header block", plain("Subject: Re: News\n", "Thanks\n\nFrom: Press\nSent: Monday\nTo: Ana\n\nunsubscribe here\n")},
		{"a name that is too long for a header", plain("Subject: Re: News\n", "Thanks\n\n"+long+": Press\nSent: Monday\nunsubscribe\n")},
		{"away", plain("Subject: Automatic reply: News\nAuto-Submitted: auto-replied\n", "I am out of the office until Monday.\n")},
		{"away, by its subject alone", plain("Subject: Out of office: News\n", "Back on Monday.\n")},
		{"gone", plain("Subject: Automatic reply\nAuto-Submitted: auto-replied\n", "Ana Ruiz no longer works at The Paper. Please write to tom@paper.example.\n")},
		{"gone, by hand", plain("Subject: Re: News\n", "Ana no longer works here. Please write to tom@paper.example instead.\n")},
		{"a ticket", plain("Subject: [#1234] We got your message\nPrecedence: bulk\n", "Your ticket number is 1234.\n")},
		{"read", "From: ana@paper.example\nSubject: Read: News\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\nContent-Type: text/plain\n\nIt was read.\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; ana@paper.example\nDisposition: manual-action/MDN-sent-manually; displayed\n--b--\n"},
		{"shown, and nothing else says so", "From: ana@paper.example\nSubject: News\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHello.\n--b\nContent-Type: message/disposition-notification\n\nDisposition: displayed\n--b--\n"},
		{"shown, to somebody away", "From: ana@paper.example\nSubject: News\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nI am out of the office until Monday.\n--b\nContent-Type: message/disposition-notification\n\nDisposition: displayed\n--b--\n"},
		{"HTML beside an empty text", "From: ana@paper.example\nSubject: Re: News\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n  \n\n--b\nContent-Type: text/html\n\n<p>Please <b>unsubscribe</b> me</p><hr><blockquote>quoted words</blockquote>\n--b--\n"},
		{"a person", plain("Subject: Re: News\nIn-Reply-To: <a@x.example>\nReferences: <b@x.example> <a@x.example>\n", "May I call you at noon?\n")},
	} {
		raw := strings.ReplaceAll(c.raw, "\n", "\r\n")
		fmt.Fprintf(&b, "=== %s\n%s\n", c.name, expect.Given(Read([]byte(raw)).Sort("News")))
	}
	expect.File(t, "answers.golden.txt", b.String())
}

// A notification of several recipients is read for the one that was mailed.
func TestAReportIsAboutOneOfSeveral(t *testing.T) {
	r := Report{Failure: Failure{Kind: Hard, Recipient: "a@x.example", Detail: "first"}, Failures: []Failure{
		{Kind: Hard, Recipient: "a@x.example", Detail: "first"}, {Kind: Delivered, Recipient: "b@x.example", Detail: "went"}, {Kind: Soft, Recipient: "c@x.example", Detail: "two\n  lines"},
	}}
	for who, want := range map[string]string{"a@x.example": "hard first", "b@x.example": "hard first", "c@x.example": "soft two lines", "d@x.example": "hard first"} {
		got := r.About(func(s string) bool { return s == who })
		if s := string(got.Kind) + " " + got.Detail; s != want {
			t.Errorf("of %s it says %s, want %s", who, s, want)
		}
	}
}

func TestANameOfAHeaderIsShort(t *testing.T) {
	for line, want := range map[string]string{
		"Von: Ana": "von", "*Gesendet:* heute": "gesendet", "送信日時：今日": "送信日時", ": x": "", "no colon": "",
		strings.Repeat(" ", 57) + "Von: Ana": "von", strings.Repeat(" ", 58) + "Von: Ana": "",
	} {
		if got := label(line); got != want {
			t.Errorf("%q is called %q, want %q", line, got, want)
		}
	}
}

// Each header by which programs say that nobody wrote their answer is enough alone.
func TestEveryHeaderOfProgramsIsKnown(t *testing.T) {
	for header, want := range map[string]Kind{
		"Auto-Submitted: auto-replied": Automatic, "Auto-Submitted: no": Human, "Precedence: bulk": Automatic, "Precedence: junk": Automatic,
		"Precedence: auto_reply": Automatic, "Precedence: first-class": Human, "Return-Path: <>": Automatic, "X-Autoreply: yes": Automatic,
		"X-Autorespond: x": Automatic, "X-Auto-Reply: x": Automatic, "X-Autogenerated: x": Automatic, "X-Auto-Response-Suppress: All": Automatic,
		"X-Autumn: leaves": Human,
	} {
		raw := "From: Ana Ruiz <ana@paper.example>\r\nTo: press@x.example\r\nSubject: Your release\r\n" + header +
			"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe words of it.\r\n"
		if got := Read([]byte(raw)).Sort(); got.Kind != want {
			t.Errorf("%s: %+v", header, got)
		}
	}
}

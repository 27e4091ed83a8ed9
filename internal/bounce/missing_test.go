package bounce

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// sorted is what a message is taken for, in short.
func sorted(raw string) string {
	r := Read([]byte(strings.ReplaceAll(raw, "\n", "\r\n"))).Sort("News")
	out := fmt.Sprintf("%s %s %s %d", r.Kind, r.Recipient, r.Status, r.Code)
	if r.Unsure {
		out += ", unsure"
	}
	if r.Replacement != "" {
		out += ", instead " + r.Replacement
	}
	if r.Token != "" {
		out += ", of a delivery"
	}
	return fmt.Sprintf("%s, %q %d failed, ids %q from %s", out, r.Detail, len(r.Failures), r.MessageIDs, r.From)
}

func lines(s string) []string { return strings.SplitAfter(s, "\n") }

// What each shape is taken for when one of its lines is missing, or stands twice.
func TestShapesThatLackALine(t *testing.T) {
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
		raw = strings.ReplaceAll(raw, "TOKEN", ours)
		fmt.Fprintf(&b, "=== %s\n%s", strings.TrimSuffix(filepath.Base(name), ".txt"), strings.ReplaceAll(expect.Slips(raw, lines, sorted), ours, "TOKEN"))
	}
	expect.File(t, "lines.golden.txt", b.String())
}

// What an answer in words is taken for when one of them is missing, or stands twice.
func TestAnswersThatLackAWord(t *testing.T) {
	var b strings.Builder
	for _, c := range answers {
		fmt.Fprintf(&b, "=== %s: %s%s", c[0], c[1], expect.Slips(c[1], expect.Words, answered(c[0])))
	}
	expect.File(t, "lacking.golden.txt", b.String())
}

// The same where one of them is written otherwise.
func TestAnswersWithAWordWrittenOtherwise(t *testing.T) {
	var b strings.Builder
	for _, c := range answers {
		fmt.Fprintf(&b, "=== %s: %s%s", c[0], c[1], expect.Turns(c[1], expect.Words, answered(c[0])))
	}
	expect.File(t, "turned.golden.txt", b.String())
}

// answered is what an answer with a subject is taken for.
func answered(subject string) func(text string) string {
	return func(text string) string {
		return sorted("From: Ana Ruiz <ana@paper.example>\nTo: press@x.example\nSubject: " + subject +
			"\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" + text)
	}
}

// answers are subjects and texts.
var answers = [][2]string{
	{"Re: News", "Hello Dana,\n\nplease unsubscribe me from this list, thank you.\n\nBest regards,\nAna Ruiz\nThe Paper | +1 555 0100\n"},
	{"Re: News", "Please stop sending me mail.\n\nSent from my phone\n\nOn Monday, June 7, Press <press@x.example> wrote:\n> unsubscribe here\n"},
	{"unsubscribe", "Take me off your list please\n"},
	{"Re: News", "Bitte abmelden, danke\n\nMit freundlichen Grüßen\nAna Ruiz\n\nAm 7. Juni 2027 schrieb Press:\n> Nachricht\n"},
	{"Re: News", "Por favor, no quiero recibir más correos.\n\nSaludos,\nAna\n"},
	{"Re: News", "Merci de me désabonner de cette liste.\n\nCordialement,\nAna\n\nLe 7 juin 2027, Press a écrit :\n> Texte\n"},
	{"Automatic reply: News", "Thank you for your mail. I no longer work at The Paper. Please write to tom@paper.example instead.\n"},
	{"Abwesend: News", "Ich bin bis Montag nicht im Büro. In dringenden Fällen: tom@paper.example.\n"},
	{"Re: News", "Ana Ruiz has left The Paper. Her successor is Tom Reed, tom@paper.example.\n"},
	{"Re: News", "Ne travaille plus ici depuis juin : tom@paper.example.\n"},
	{"Undeliverable: News", "Your message to ana@paper.example could not be delivered: mailbox full, too many messages (552 5.2.2).\n"},
	{"Delivery failure", "The following address failed:\n\n  ana@paper.example\n    550 5.1.1 user unknown\n\n--- original message ---\nSubject: News\n"},
}

// What a server says in words alone.
func TestWhatServersSayInWords(t *testing.T) {
	var b strings.Builder
	for _, s := range []string{
		"user unknown", "no such user", "unknown user", "mailbox unavailable", "mailbox not found", "does not exist", "no longer available", "no longer active", "account disabled", "account has been disabled",
		"address rejected", "recipient rejected", "invalid recipient", "invalid mailbox", "unrouteable address", "host not found", "domain not found", "no mx", "mailbox full", "over quota", "quota exceeded",
		"insufficient storage", "too many messages", "too many connections", "rate limited", "try again later", "greylisted", "temporarily deferred", "connection timed out", "connection refused", "service unavailable",
		"blocked", "blacklisted", "spam", "policy violation", "access denied", "not authorized", "message too large", "size exceeded", "loop detected", "too many hops", "expired", "delayed", "virus", "content rejected",
	} {
		for _, code := range []string{"", "550 ", "450 ", "552 5.2.2 ", "550 5.7.1 ", "451 4.7.1 ", "554 5.4.4 "} {
			fmt.Fprintf(&b, "%s%s: %s\n", code, s, sorted("From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail\nMIME-Version: 1.0\nContent-Type: text/plain\n\n<ana@paper.example>: "+code+s+"\n"))
		}
	}
	expect.File(t, "servers.golden.txt", b.String())
}

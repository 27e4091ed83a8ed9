package bounce

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// How one recipient of a report is judged, by action, code and words.
func TestHowARecipientIsJudged(t *testing.T) {
	var b strings.Builder
	for _, action := range []string{"failed", "FAILED (x)", "delivered", "Relayed", "expanded", "delayed", ""} {
		for _, status := range []string{"", "5.1.1", "5.0.0", "4.0.0", "2.0.0", "4.2.2", "5.7.1", "5.2.2", "x 5.1.1.", "10.5.1.1", "5.1.1.1"} {
			for _, diagnostic := range []string{"", "smtp; 550 5.1.1 no such user", "550 blocked", "smtp;452 4.2.2 over quota", "x; 250 2.1.5 ok", "user unknown", "421", "5.1.1x", "smtp; <550-5.4.4>"} {
				kind, code, reply := verdict(map[string]string{"action": action, "status": status, "diagnostic-code": diagnostic})
				fmt.Fprintf(&b, "%s, %q, %q: %s %s %d\n", action, status, diagnostic, kind, code, reply)
			}
		}
	}
	for class := range 6 {
		for subject := range 8 {
			for _, detail := range []int{0, 1, 2, 3, 5, 6, 10, 20} {
				status := fmt.Sprintf("%d.%d.%d", class, subject, detail)
				fmt.Fprintf(&b, "%s %s; ", status, judge(status, 0))
			}
		}
		b.WriteString("\n")
	}
	for _, code := range []int{0, 200, 250, 251, 354, 400, 421, 450, 451, 452, 500, 521, 530, 541, 550, 551, 552, 553, 554, 556, 571, 599, 600} {
		fmt.Fprintf(&b, "%d %s; ", code, judge("", code))
	}
	b.WriteString("\n")
	expect.File(t, "judged.golden.txt", b.String())
}

// What servers say in words, each way of saying it, and a letter less of it.
func TestEachWayOfRefusing(t *testing.T) {
	var b strings.Builder
	for _, words := range strings.Split("spam|blocked|blacklist|block list|policy|denied|reputation|too large|size limit|content rejected|virus|mailbox full|mailbox is full|over quota|quota exceeded|exceeded storage|temporarily|try again|timed out|timeout|"+
		"connection refused|too many|inactive|disabled|user unknown|unknown user|no such user|no such mailbox|does not exist|doesn't exist|doesn’t exist|mailbox unavailable|mailbox not found|recipient not found|user not found|address rejected: undeliverable|not listed in|"+
		"unknown recipient|invalid recipient|no mailbox here|unrouteable address|address not found|account that you tried to reach|recipient rejected|no longer available|host or domain name not found|welcome", "|") {
		whole, ok := byWords("It says: " + strings.ToUpper(words) + "!")
		less, still := byWords("It says: " + words[:len(words)-1])
		fmt.Fprintf(&b, "%s: %s %v; without its end %s %v\n", words, whole, ok, less, still)
	}
	expect.File(t, "refusing.golden.txt", b.String())
}

// Who writes like a server, and in which words.
func TestWhoWritesLikeAServer(t *testing.T) {
	var b strings.Builder
	body := "It was for ana@tide.example.\n550 5.1.1 no such user\n"
	for _, from := range []string{
		"MAILER-DAEMON@x.example", "postmaster@x.example", "mail-daemon@x.example", "mdaemon@x.example", "bounce@x.example", "bounces@x.example", "MicrosoftExchange329e71ec@x.example", "symantec_av@x.example", "maildelivery@x.example", "mail_delivery_failure@x.example",
		"Mail Delivery Subsystem <a@x.example>", "\"Mail Delivery System\" <a@x.example>", "Mail Delivery Service <a@x.example>", "Mailer-Daemon <a@x.example>", "Mailer Daemon <a@x.example>", "System Administrator <a@x.example>", "The System Administrator <a@x.example>", "Ana <ana@x.example>",
	} {
		fmt.Fprintf(&b, "%s: %s\n", from, sorted("From: "+from+"\nSubject: Undelivered\n\n"+body))
	}
	for _, subject := range []string{
		"Undeliverable: x", "Delivery status", "Delivery failure", "delivery failed", "Delivery has failed", "Delivery report", "Failure notice", "Returned mail: x", "Returned to sender", "Mail delivery x", "Delivery notification", "Non remis : x", "Échec de remise", "échec de la remise", "Unzustellbar: x", "nicht zugestellt", "No se puede entregar", "No entregado: x", "Mensaje devuelto", "Hello",
	} {
		fmt.Fprintf(&b, "%s: %s\n", subject, sorted("From: postmaster@x.example\nSubject: "+subject+"\n\n"+body))
	}
	for _, opening := range []string{
		"This is the qmail-send program at x.", "A message that you sent could not be delivered", "a message that you have sent has not yet been delivered", "a message that you sent has not been delivered", "The following addresses had permanent fatal errors", "the following addresses had transient errors", "Your mail did not reach the following recipient", "Delivery to the following recipient failed", "Delivery to the following recipients failed",
		"delivery has failed", "It couldn't be delivered to x", "it could not be delivered to x", "it couldn’t be delivered to x", "Unable to deliver the message", "unable to deliver your message", "Your message could not be delivered", "your message cannot be delivered", "your message can't be delivered", "your message was not delivered", "your message wasn't delivered", "your message couldn't deliver",
		"No se ha podido entregar", "no se pudo entregar", "message non remis", "n'a pas pu être remis", "konnte nicht zugestellt werden", "message could not be delivered", "message was not delivered", "Sorry, we were unable", "Sorry, I couldn't", "sorry, i wasn't able", "Dear all",
	} {
		fmt.Fprintf(&b, "%s: %s\n", opening, sorted("From: postmaster@x.example\nSubject: Hello\n\n"+opening+"\n"+body))
		fmt.Fprintf(&b, "  by a person: %s\n", sorted("From: ana@x.example\nSubject: Hello\n\n"+opening+"\n"+body))
	}
	for _, late := range []string{
		"delayed", "Warning: message x", "warning: could not send", "has not been delivered", "has not yet been delivered", "will keep trying", "will continue to try", "will continue to attempt", "will continue to be made", "will be retried", "No action is required", "sorry",
	} {
		fmt.Fprintf(&b, "%s: %s\n", late, sorted("From: postmaster@x.example\nSubject: Failure notice\n\n"+late+"\n"+body))
	}
	for _, below := range []string{"--- This is a copy of x", "--- Below this line is a copy", "-- Original message", "- Message header follows", "--- Unsent message", "---returned message", "--- Transcript of session", "--- Message headers", "Received: from x", "Return-Path: <a@x.example>", "> Received: x", "Received from x"} {
		for _, n := range []int{0, 40} {
			fmt.Fprintf(&b, "%s behind %d: %s\n", below, n, sorted("From: postmaster@x.example\nSubject: Failure notice\n\n"+strings.Repeat("x", n)+"\n"+below+"\nbo@wave.example 552 5.2.2 full\nX-Pressroom-Delivery: r1-a\nMessage-ID: <1@x.example>\n"))
		}
	}
	for _, line := range []string{
		"forwarded from <bo@x.example>: ana@tide.example", "(ultimately generated from bo@x.example) ana@tide.example", "expanded by bo@x.example ana@tide.example", "aliased from: bo@x.example, ana@tide.example", "redirected by bo@x.example", "mail from bo@x.example", "From: bo@x.example", "sender <bo@x.example>", "contact bo@x.example", "contact us at bo@x.example", "write to bo@x.example",
		"questions go to bo@x.example", "ask at bo@x.example", "assistance: bo@x.example", "help bo@x.example", "support, bo@x.example", "administrator bo@x.example", "to bo@x.example", "postmaster@x.example abuse@x.example support@x.example help@x.example helpdesk@x.example hostmaster@x.example noreply@x.example no-reply@x.example donotreply@x.example do-not-reply@x.example ana@tide.example",
	} {
		fmt.Fprintf(&b, "%s: %q, reported %q\n", line, failing(line), reported(line, "postmaster@x.example"))
	}
	for _, line := range []string{"550 x", "550  ", "5.1.1 x", "200 OK", "400 no", "399 no", "x 550-y", "x 550y", "5.1.1", "(550 )"} {
		fmt.Fprintf(&b, "%q gives a reason: %v\n", line, givesReason(line))
	}
	expect.File(t, "daemons.golden.txt", b.String())
}

// What the lines of an answer are taken for.
func TestWhatLinesOfAnAnswerAre(t *testing.T) {
	people := []string{"ana", "ruiz"}
	var b strings.Builder
	for _, line := range []string{
		"Dear Dana,", "Dear Dana and all of the others who may read this here,", "Dear all", "Hi", "Hello!", "Hi Dana.", "Hola Dana,", "Bonjour Madame,", "Guten Tag Frau Stein,", "Hi, please unsubscribe me", "مرحبا،", "Dear,", "Hi dana", "Hi dana,", "Hello 1 2 3 4 5 6 7 8 9,",
		"Thanks", "Thanks,", "Many thanks, Ana", "Thanks, Bo", "Best regards", "Best", "Ana", "Ana Ruiz", "ruiz ana", "Grüße", "Saludos, Ana", "Cordialement", "Thanks a lot for that",
		"Ana Ruiz", "Editor, Daily Tide", "Daily Tide | 1 Pier St. | Marlow", "tel. 555-010-0142", "www.tide.example", "https://tide.example/x", "ana@tide.example", "editor of the Daily Tide", "she writes", "“Tide”", "<Tide>", "*Tide*", "(555) 010", "A & B", "Why?", "为什么？", "لماذا؟", strings.Repeat("A", 160), strings.Repeat("A", 161), "-- --", "·", "«Tide» „Tide“ 'Tide'", "mobile: 1", "the", "x.", "xy",
		"Unsubscribe", "unsubscribe please", "Please unsubscribe me from this list", "Please remove me", "Remove me, thanks", "Take me off your list.", "STOP", "stop", "baja", "Darme de baja por favor", "Désabonner", "Bitte abmelden", "abmelden", "Cancella", "Uitschrijven graag", "退订", "配信停止", "إلغاء الاشتراك", "Unsubscribe?", "How do I unsubscribe?", "I will not unsubscribe, and I like it", "unsubscribe ana", "unsubscribe bo", "Please", "ok", "", strings.Repeat("unsubscribe ", 49), strings.Repeat("unsubscribe ", 50), strings.Repeat("unsubscribe ", 51), strings.Repeat("word ", 399) + "unsubscribe", strings.Repeat("word ", 400) + "unsubscribe",
	} {
		s := statement(line, people)
		fmt.Fprintf(&b, "%.60q: signs %v, core %.40q, rest %v, wish %d, polite %v, introduces %d, label %q\n", line, signs(line, people), s.core, s.rest, s.wish(people), s.polite(people), introduction([]string{line}), label(line))
	}
	for _, text := range []string{
		"Unsubscribe\nThanks,\nAna Ruiz\nEditor", "Unsubscribe\nThanks,\nand one thing more", "Unsubscribe\n--\nplease call me", "Unsubscribe\n—\nx", "Hi Dana,\nUnsubscribe\nSent from my phone", "x\nHi Dana,\nUnsubscribe", "Unsubscribe\nThis e-mail is confidential and for the intended recipient alone, whoever that may be.\nmore", "This e-mail is confidential and for the intended recipient alone, whoever that may be.\nUnsubscribe", "confidential\nUnsubscribe",
		"This message is legally privileged in every court of the world that there is, and vertraulich", "Questo messaggio è riservato, e lo è in tutti i paesi del mondo che ci sono oggi", "Thanks\nUnsubscribe", "Ana\nUnsubscribe", "Unsubscribe\nAna\nRuiz", "Unsubscribe\n\n\n\nAna",
	} {
		s := statement(text, people)
		fmt.Fprintf(&b, "%q: core %q, rest %v, wish %d\n", text, s.core, s.rest, s.wish(people))
	}
	for _, lines := range [][]string{
		{"On Sunday Ana wrote:"}, {"On Sunday, 1 March 2026 at 10:00, Ana Ruiz", "<ana@tide.example> wrote:"}, {"On Sunday", "Ana", "wrote:"}, {"On Sunday", "Ana", "Ruiz", "wrote:"}, {"On Sunday", "", "wrote:"}, {"On Sunday", "> wrote:"}, {"Am Sonntag schrieb Ana:"}, {"Le dimanche, Ana a écrit :"}, {"El domingo, Ana escribió:"}, {strings.Repeat("x", 590) + " wrote:"}, {"On " + strings.Repeat("x", 586) + " wrote:"}, {"On " + strings.Repeat("x", 590) + " wrote:"}, {"Ana said:"},
	} {
		fmt.Fprintf(&b, "%.70q introduces %d\n", lines, introduction(lines))
	}
	for _, lines := range [][]string{
		{"-----Original Message-----"}, {"Original Message"}, {"---- Ursprüngliche Nachricht ----"}, {"From: Ana", "Sent: Sunday"}, {"From: Ana", "x", "x", "x", "Sent: Sunday"}, {"From: Ana", "x", "x", "x", "x", "Sent: Sunday"}, {"*Von:* Ana", "*Gesendet:* Sonntag"}, {"From: Ana", "To: x"}, {"From: Ana", ": x"}, {"De : Ana", "Envoyé : x"}, {"x：y"}, {strings.Repeat("x", 60) + ": y"}, {strings.Repeat("x", 61) + ": y"},
	} {
		fmt.Fprintf(&b, "%.70q ends one's own text: %v, %.20q\n", lines, endsOwnText(lines), label(lines[0]))
	}
	expect.File(t, "answer-lines.golden.txt", b.String())
}

// Pages of mails as text.
func TestPagesAsText(t *testing.T) {
	var b strings.Builder
	for _, tag := range strings.Fields("p div tr li h1 h2 h3 h4 td span b br hr blockquote style script title pre ul table") {
		for _, page := range []string{"a<" + tag + ">b</" + tag + ">c", "<" + tag + "><" + tag + ">b</" + tag + ">c</" + tag + ">d", "a</" + tag + ">b</" + tag + "><" + tag + ">c", strings.ToUpper("<" + tag + ">b</" + tag + ">c")} {
			fmt.Fprintf(&b, "%s: %q\n", page, plain([]byte(page)))
		}
	}
	for _, page := range []string{"a&amp;b &nbsp; c", "<p>a", "a <b>b</b>c", "<blockquote><p>a<br>b</p></blockquote>c", "<!-- x -->a", "<a href='x'>y</a>", "", "<", "a<b", "<p>  a \n b  </p>"} {
		fmt.Fprintf(&b, "%s: %q\n", page, plain([]byte(page)))
	}
	for _, s := range []string{"rfc822; a@b.example", `rfc822; "a.c"@b.example`, `"a c"@b.example`, "<a@b.example>", " x ; <y> ", "", ";", `utf-8; a\x{e9}@b.example`} {
		fmt.Fprintf(&b, "typed %q: %q %q\n", s, typed(s), unicodeAddress(typed(s)))
	}
	for _, s := range []string{`\x{80}`, `\x{7f}`, `\x{00E9}\x{e9}`, `\x{1F600}`, `\x{g}`, `\x{1234567}`} {
		fmt.Fprintf(&b, "address %q: %q\n", s, unicodeAddress(s))
	}
	for _, s := range []string{"a: b\n c\n\td\nE: f\n\n\nG : h\nA: 1\nA: 2", "none", "a:b\r\n\r\nc:d", strings.Repeat("x", 3) + ":"} {
		fmt.Fprintf(&b, "fields of %q: %v\n", s, fields([]byte(s)))
	}
	many := ""
	for i := range 70 {
		many += fmt.Sprintf("k%d: v\n", i)
	}
	fmt.Fprintf(&b, "of 70 fields %d are read, of 70 groups %d\n", len(fields([]byte(many))[0]), len(fields([]byte(strings.Repeat("a: b\n\n", 70)))))
	for _, kind := range []string{"abuse", "Fraud", "virus", "not-spam", "opt-out", ""} {
		raw := "From: fbl@x.example\nSubject: x\nContent-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: " + kind + "\nOriginal-Rcpt-To: <ana@tide.example>\nRemoval-Recipient: bo@tide.example\n\n--b\nContent-Type: TEXT/RFC822-HEADERS\n\nX-Pressroom-Delivery: none\nMessage-ID:\n\t<1@x.example>\n\n--b--\n"
		fmt.Fprintf(&b, "feedback %s: %s\n", kind, sorted(raw))
	}
	expect.File(t, "pages.golden.txt", b.String())
}

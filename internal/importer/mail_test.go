package importer

import (
	"slices"
	"strings"
	"testing"

	"pressroom/internal/importer/prose"
)

// mailOf is a mail of these headers and this text.
func mailOf(kind, text string) []byte {
	head := "From: Dana Whitlock <press@harbor.example>\nTo: desk@paper.example\nSubject: Harbor groups ask the port for its water tests\n" +
		"Date: Fri, 20 Nov 2026 09:00:00 -0500\nMIME-Version: 1.0\nContent-Type: " + kind + "\nContent-Transfer-Encoding: 8bit\n\n"
	return []byte(strings.ReplaceAll(head+text, "\n", "\r\n"))
}

const mailCopy = "FOR IMMEDIATE RELEASE: November 20, 2026\n\nContact: Dana Whitlock, press@harbor.example\n\n" +
	"Harbor groups ask the port for its water tests\n\nMARLOW, Mass. -- Eleven groups along the waterfront have asked the port to publish \nits water tests.\n\n###\n\n"

const mailHTML = `<p>FOR IMMEDIATE RELEASE: November 20, 2026</p><p>Contact: Dana Whitlock, press@harbor.example</p>` +
	`<h1>Harbor groups ask the port for its water tests</h1><p>MARLOW, Mass. &ndash; Eleven groups have asked the port to publish its water tests.</p><p>###</p>`

func TestTheSignatureOfAMailIsLeftOutAndTold(t *testing.T) {
	kept := heldBy(t)
	const flowed, fixed, html = "text/plain; charset=utf-8; format=flowed", "text/plain; charset=utf-8", "text/html; charset=utf-8"
	const private = "Dana Whitlock\nMobile +1 555 010 0199 (private)\n"
	for name, c := range map[string]struct{ kind, text string }{
		"flowed text":                    {flowed, mailCopy + "-- \n" + private},
		"fixed text":                     {fixed, mailCopy + "-- \n" + private},
		"a sender that cuts its space":   {fixed, mailCopy + "--\n" + private},
		"a letter's end":                 {fixed, mailCopy + "Best regards,\n\n" + private},
		"a letter's end in German":       {flowed, mailCopy + "Mit freundlichen Grüßen\n" + private},
		"a letter's end in HTML":         {html, mailHTML + "<p>Kind regards<br>Dana Whitlock<br>Mobile +1 555 010 0199 (private)</p>"},
		"HTML with the line itself":      {html, mailHTML + "<div>-- <br></div><div>Dana Whitlock</div><div>Mobile +1 555 010 0199 (private)</div>"},
		"HTML, in the block of the line": {html, mailHTML + "<p>-- <br>Dana Whitlock<br>Mobile +1 555 010 0199 (private)</p>"},
		"HTML that names it":             {html, mailHTML + `<div class="gmail_signature">Dana Whitlock<br>Mobile +1 555 010 0199 (private)</div>`},
		"HTML that names it otherwise":   {html, mailHTML + `<div id="Signature"><p>Dana Whitlock</p><p>Mobile +1 555 010 0199 (private)</p></div>`},
		"plain text set in HTML":         {html, mailHTML + `<pre class="moz-signature">-- ` + "\n" + private + `</pre>`},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := kept.Import("release.eml", mailOf(c.kind, c.text), Options{Today: today})
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(r.Markdown), "0199") || strings.Contains(string(r.Markdown), "private") {
				t.Errorf("the private number is in the file:\n%s", r.Markdown)
			}
			if told := strings.Join(r.Unsure, "\n"); !strings.Contains(told, "signature") || strings.Contains(told, "0199") {
				t.Errorf("told: %s", told)
			}
			if !strings.Contains(string(r.Markdown), "Eleven groups") {
				t.Errorf("the copy is lost:\n%s", r.Markdown)
			}
		})
	}
}

// What programs, servers and lists put around a release in a mail is left out, and told.
func TestWhatMailProgramsPutAroundARelease(t *testing.T) {
	kept := heldBy(t)
	const fixed, html = "text/plain; charset=utf-8", "text/html; charset=utf-8"
	const passed = "From: Dana Whitlock <press@harbor.example>\nDate: Fri, Nov 20, 2026 at 9:00 AM\nSubject: Harbor groups\nTo: <desk@paper.example>\n\n"
	for name, c := range map[string]struct{ kind, text, told string }{
		"the sender's name and number": {fixed, mailCopy + "Dana Whitlock\nMobile +1 555 010 0199 (private)\n", leftOut},
		"a dash above them":            {fixed, mailCopy + "—\nDana\nMobile +1 555 010 0199 (private)\n", leftOut},
		"a telephone's line":           {fixed, mailCopy + "Sent from my iPhone +1 555 010 0199\n", belowLeftOut},
		"whom it is meant for":         {fixed, mailCopy + "This e-mail is confidential. If you are not the intended recipient, call +1 555 010 0199.\n", belowLeftOut},
		"a letter that is answered":    {fixed, mailCopy + "On Wed, Nov 25, 2026 at 9:00 AM Bo Lind <bo@paper.example>\nwrote:\n> call me: +1 555 010 0199\n", belowLeftOut},
		"one below no end mark": {
			fixed, strings.Replace(mailCopy, "###\n", "", 1) + "\nLe mer. 25 nov. 2026 à 9:00, Bo Lind a écrit :\n\n> mon numéro : +1 555 010 0199\n", belowLeftOut,
		},
		"one with its header": {
			fixed, mailCopy + "Von: Bo Lind\nGesendet: Mittwoch, 25. November 2026\nAn: Dana\nBetreff: Hafen\n\nAnruf: +1 555 010 0199\n", belowLeftOut,
		},
		"one with its header and no end mark": {
			fixed, strings.Replace(mailCopy, "###\n", "", 1) + "\nWe go on asking.\n\nDe : Bo Lind\nEnvoyé : mercredi 25 novembre 2026\nÀ : Dana\n" +
				"Objet : Port\n\nAppel : +1 555 010 0199\n", belowLeftOut,
		},
		"an end of a letter in one’s own words": {
			fixed, strings.Replace(mailCopy, "###\n", "", 1) + "\nMit freundlichem Gruß\n\nDana Whitlock\nMobil +1 555 010 0199\n", leftOut,
		},
		"an end of a letter where others are to be called": {
			fixed, strings.Replace(mailCopy, "###\n", "", 1) + "\nMit freundlichen Grüßen\nDana Whitlock\nMobil +1 555 010 0199\n", leftOut,
		},
		"how to leave":                 {fixed, mailCopy + "You receive this because you are on our list. Unsubscribe: https://harbor.example/u/0199\n", belowLeftOut},
		"a list's own lines":           {fixed, mailCopy + "_______________________________________________\nPress mailing list\nPress@lists.example\nhttps://lists.example/0199\n", ""},
		"a message passed on":          {fixed, "FYI, call me: +1 555 010 0199\n\n---------- Forwarded message ---------\n" + passed + mailCopy, aboveLeftOut},
		"one passed on by a telephone": {fixed, "For you. +1 555 010 0199\n\nBegin forwarded message:\n\n" + passed + mailCopy, aboveLeftOut},
		"one passed on as a page": {html, "<div>FYI, +1 555 010 0199</div><div>---------- Forwarded message ---------<br>From: <b>Dana</b><br>Date: Fri<br>Subject: x</div>" +
			mailHTML, aboveLeftOut},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := kept.Import("release.eml", mailOf(c.kind, c.text), Options{Today: today})
			if err != nil {
				t.Fatal(err)
			}
			if md := string(r.Markdown); strings.Contains(md, "0199") || strings.Contains(md, "notes =") || strings.Contains(md, "Letterhead") ||
				!strings.Contains(md, `headline = "Harbor groups ask the port for its water tests"`) || !strings.Contains(md, "Eleven groups") {
				t.Errorf("%s", md)
			}
			if told := strings.Join(r.Unsure, "\n"); !strings.Contains(told, c.told) || told == "" {
				t.Errorf("told: %s", told)
			}
		})
	}
	for name, text := range map[string]string{
		"a contact that stands below alone": strings.Replace(mailCopy, "Contact: Dana Whitlock, press@harbor.example\n\n", "", 1) + "Dana Whitlock\n+1 555 010 0142\n",
		"what a letter says in the release": strings.Replace(mailCopy, "###", "On May 5, 2026, the mayor wrote:\n\nThe port, +1 555 010 0142, is closed.\n\n###", 1),
		"notes to editors":                  mailCopy + "Notes to editors\n\nThe groups have met since 2019: +1 555 010 0142.\n",
	} {
		r, err := kept.Import("release.eml", mailOf(fixed, text), Options{Today: today})
		if err != nil || !strings.Contains(string(r.Markdown), "0142") {
			t.Errorf("%s: %v\n%s", name, err, r.Markdown)
		}
	}
}

func TestWhatStandsBelowASignatureAndIsNoneOfItStays(t *testing.T) {
	kept := heldBy(t)
	forwarded := "For your desk.\n\n-- \nDana Whitlock\nMobile +1 555 010 0199\n\n---------- Forwarded message ---------\nFrom: Press <press@harbor.example>\n\n" + mailCopy
	long := "Harbor groups ask the port for its water tests\n\n-- \n" + strings.Repeat("The port has tested its water and says nothing.\n\n", 30)
	for name, c := range map[string]struct{ text, want string }{
		"an end of a letter above the end": {"Eleven groups ask the port for its water tests.\n\nBest regards,\n\nDana Whitlock\n+1 555 010 0142\n", "+1 555 010 0142"},
		"a mail passed on":                 {forwarded, "Eleven groups"}, "more than a signature": {long, "says nothing"},
	} {
		r, err := kept.Import("release.eml", mailOf("text/plain; charset=utf-8", c.text), Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(r.Markdown), c.want) {
			t.Errorf("%s: the copy is lost:\n%s", name, r.Markdown)
		}
	}
	r, err := kept.Import("release.txt", []byte(mailCopy+"-- \nThe port has 14 piers.\n"), Options{Today: today})
	if err != nil || !strings.Contains(string(r.Markdown), "14 piers") {
		t.Errorf("a text is no mail and has no signature: %v\n%s", err, r.Markdown)
	}
}

// TestAMailIsReadForItsTimeInAllItsParts: what the HTML leaves out may stand in the
// plain text beside it, or in the subject.
func TestAMailIsReadForItsTimeInAllItsParts(t *testing.T) {
	kept := heldBy(t)
	parts := "--b\nContent-Type: text/plain; charset=utf-8\n\nEMBARGOED UNTIL 9 A.M. ET, DECEMBER 8, 2026\n\n" + strings.TrimPrefix(mailCopy, "FOR IMMEDIATE RELEASE: November 20, 2026\n\n") +
		"--b\nContent-Type: text/html; charset=utf-8\n\n" + strings.TrimPrefix(mailHTML, "<p>FOR IMMEDIATE RELEASE: November 20, 2026</p>") + "\n--b--\n"
	r, err := kept.Import("release.eml", mailOf("multipart/alternative; boundary=b", parts), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	if got := timesOf(t, string(r.Markdown)); got != "2026-12-08T09:00:00-05:00 America/New_York" {
		t.Errorf("%s\n%s", got, r.Markdown)
	}
	party := strings.Replace(parts, "EMBARGOED UNTIL 9 A.M. ET, DECEMBER 8, 2026", "Live at 9 p.m. on 2nd Street: a party for all", 1)
	r, err = kept.Import("release.eml", mailOf("multipart/alternative; boundary=b", party), Options{Today: today})
	if err != nil || strings.Contains(string(r.Markdown), "party") {
		t.Errorf("a line of the plain text that says no time after all: %v\n%s", err, r.Markdown)
	}
	subject := strings.Replace(string(mailOf("text/html; charset=utf-8", mailHTML)), "Subject: Harbor", "Subject: EMBARGO 9 a.m. ET Dec. 8, 2026: Harbor", 1)
	r, err = kept.Import("release.eml", []byte(subject), Options{Today: today})
	if err != nil {
		t.Fatal(err)
	}
	if got := timesOf(t, string(r.Markdown)); got != "?" || !strings.Contains(strings.Join(r.Unsure, "\n"), "subject") {
		t.Errorf("an embargo in the subject beside “for immediate release”: %s, %q", got, r.Unsure)
	}
	if !strings.Contains(string(r.Markdown), `headline = "Harbor groups ask the port for its water tests"`) {
		t.Errorf("the headline:\n%s", r.Markdown)
	}
}

// What is passed on is looked for in as many paragraphs as a letter has, and no further.
func TestAMessagePassedOnIsLookedForNearTheTop(t *testing.T) {
	t.Parallel()
	passed := []prose.Para{{Text: "---------- Forwarded message ---------\nFrom: Dana Whitlock"}, {Text: "Ropes for all"}, {Text: "The guild gives ropes."}}
	for above, want := range map[int]int{0: 2, letterParas - 1: 2, letterParas: letterParas + 3} {
		kept, told := withoutPassingOn(append(slices.Repeat([]prose.Para{{Text: "For you."}}, above), passed...))
		if len(kept) != want || (len(told) > 0) != (above > 0 && want == 2) {
			t.Errorf("below %d paragraphs: %d kept, told %q", above, len(kept), told)
		}
	}
}

// TestTheLetterAboveAReleaseIsLeftOut: it is told of, and what it says of an embargo is read.
func TestTheLetterAboveAReleaseIsLeftOut(t *testing.T) {
	kept := heldBy(t)
	const fixed, html = "text/plain; charset=utf-8", "text/html; charset=utf-8"
	const signed = "Best,\nDana\n+1 555 010 0199\n\n"
	for name, c := range map[string]struct{ kind, text, want, not string }{
		"signed":            {fixed, "Hi all,\n\nplease find our release below.\n\n" + signed + mailCopy, `headline = "Harbor groups ask`, "below."},
		"signed in a block": {fixed, "Dear Ms Ruiz,\n\nI thought that this may be for you. May I call you tomorrow?\n\nKind regards,\n\nDana Whitlock\n+1 555 010 0199\n\n" + mailCopy, `headline = "Harbor groups ask`, "call you"},
		"not signed":        {fixed, "Liebe Redaktion,\n\nanbei unsere Meldung.\n\n" + mailCopy, `headline = "Harbor groups ask`, "anbei"},
		"a page":            {html, "<p>Hello Ana,</p><p>our news are below.</p><p>Thanks,<br>Dana<br>+1 555 010 0199</p>" + mailHTML, `headline = "Harbor groups ask`, "our news"},
		"with an embargo":   {fixed, "Hi all,\n\nour release is under embargo until 9 a.m. ET on December 8, 2026.\n\n" + signed + strings.Replace(mailCopy, "FOR IMMEDIATE RELEASE: November 20, 2026", "NEWS RELEASE\n\nFor release: December 8, 2026, 9 a.m. ET", 1), "embargo = 2026-12-08T09:00:00-05:00", "Hi all"},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := kept.Import("release.eml", mailOf(c.kind, c.text), Options{Today: today})
			if err != nil {
				t.Fatal(err)
			}
			_, copied, _ := strings.Cut(string(r.Markdown), "headline =")
			if !strings.Contains(string(r.Markdown), c.want) || strings.Contains(copied, c.not) || strings.Contains(string(r.Markdown), "0199") {
				t.Errorf("the letter stands in the file, or the release does not:\n%s", r.Markdown)
			}
			if told := strings.Join(r.Unsure, "\n"); !strings.Contains(told, "the letter above the release is left out") {
				t.Errorf("told: %s", told)
			}
		})
	}
	r, err := kept.Import("release.eml", mailOf(fixed, "Dear Harbor,\n\nthe port has written to eleven groups today, and they answer.\n\n"+
		"“We asked four times,” said Ana Ruiz, director of River Alliance.\n"), Options{Today: today})
	if err != nil || !strings.Contains(string(r.Markdown), "eleven groups") {
		t.Errorf("%v: an open letter is lost:\n%s", err, r.Markdown)
	}
}

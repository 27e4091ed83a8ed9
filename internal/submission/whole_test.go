package submission

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
	"pressroom/internal/release"
)

// Marks, dashes, dots and apostrophes as they are typed, and as they are printed.
func TestMarksAsTypedAndPrinted(t *testing.T) {
	texts := []string{"plain"}
	for _, pair := range []string{"“|”", "“|“", "„|“", "„|”", "«|»", "»|«", "”|”", "\"|\"", "「|」", "『|』", "‘|’", "‚|‘", "‚|’", "‹|›", "›|‹", "'|'", "``|''", "`|`", "(|)", "[|]"} {
		open, end, _ := strings.Cut(pair, "|")
		texts = append(texts, open+"We wait."+end, open+"We wait"+end+".", open+"We wait.", "We wait."+end, open+open+"We wait."+end+end, "We "+open+"wait"+end+" here.", "We say "+open+"wait,"+end+" and "+open+"so"+end+".", open+"A "+open+"b"+end+" c"+end, open+"A."+end+"\n\n"+open+"B."+end, open+"A.\n\n"+open+"B."+end, open+"A.\n\nB."+end,
			open+"A."+end+"\n\nB.", open+"A"+end+" and "+open+"B"+end, open+end, open+"a", "x"+open+"y"+end+"z", open+" A "+end, "A "+open+"b "+open+"c"+end+" d"+end+" e.", "–"+open+"a"+end+"–")
	}
	texts = append(texts, strings.Split("it's|It’s|the '90s|the ’90s and '5|'tis|'twas so|'em|rock 'n' roll|rock ’n’ roll|Joe's 'quote'|5'10\"|6' 2\"|5' by 6'|a -- b|a--b|-- a|a - b|-a- b|a --- b|wait...|wait....|wait..|צה\"ל|ג'ון|O`Brien|l'eau|d’accord|dogs' tails|'a' 'b'|« a »|«\u00a0a\u202f»|\"a|a\"|\"a\" b\"|“a” “b”|‘a’ b ‘c’|don`t|\"\"|3\" x 4\"|'a b' c'd", "|")...)
	texts = append(texts, "\""+strings.Repeat("a", longestInner-1)+"\" b \"c\"", "A \""+strings.Repeat("a", longestInner+1)+"\" b")
	var b strings.Builder
	for _, text := range texts {
		fmt.Fprintf(&b, "%.60q:", text)
		last := ""
		for _, tag := range []string{"en", "es", "de", "fr", "ja", "sv", "nl"} {
			w, told := Clean(Words{Speaker: "Ana Ruiz", Org: "River Alliance", Text: text}, catalogue(t, tag))
			said := fmt.Sprintf(" %.80q", w.Text)
			for _, p := range told {
				said += fmt.Sprintf(" (%.40s)", p.Message)
			}
			if said != last {
				fmt.Fprintf(&b, " %s%s", tag, said)
			}
			last = said
		}
		b.WriteString("\n")
	}
	expect.File(t, "marks.golden.txt", b.String())
}

// What people paste around their words.
func TestWhatStandsAroundPastedWords(t *testing.T) {
	const words = "We have waited long enough."
	var texts []string
	for _, end := range strings.Split("Regards|Best regards,|Kind regards|Warm regards|Kindest regards|Warmest wishes|Best wishes|best|Cheers!|Thanks|Thank you.|many thanks|Sincerely|Yours|Yours sincerely|yours truly|Mit freundlichen Grüßen|freundlichen grüssen|Mit besten Grüßen|mit herzlichen Grüßen|mit lieben grüßen|mit vielen Grüßen|Viele Grüße|beste Grüße|liebe grüsse|Herzliche Grüße|MfG|Un saludo|saludos|Muchos saludos|cordiales saludos|Saludos cordiales|Atentamente|gracias|"+
		"Cordialement|Bien cordialement|à vous|Bien à vous|sincères salutations|Merci|Saluti|cordiali saluti|Distinti saluti|Grazie|Atenciosamente|cumprimentos|Melhores cumprimentos|com os melhores cumprimentos|obrigado|Obrigada|vriendelijke groet|Met vriendelijke groeten|--|-- |---|Sent from my iPhone|Get Outlook for Android|Envoyé de mon iPhone|envoyé depuis mon téléphone|Enviado desde mi móvil|enviado do meu Samsung|Gesendet von meinem Handy|Von meinem iPhone|Inviato dal mio iPad|Verstuurd vanaf mijn iPhone|Verzonden vanaf mijn phone.|sent with love|Regards to all", "|") {
		texts = append(texts, words+"\n"+end+"\nAna", words+"\n\n"+end, end+"\n"+words)
	}
	for _, label := range strings.Split("Quote|Our quote|The quotation|Full statement|final comment|Zitat|Stellungnahme|Citation|Déclaration|Cita|declaración|Citação|declaração|citazione|Dichiarazione|citaat|Verklaring|Quote from River Alliance|Quote by Ana Ruiz|statement of the River Alliance|Quote for Ana|Quote attributed to Ana Ruiz|Zitat von Ana Ruiz|Cita de Ana|citação da Ana|citazione di Ana|citaat van der Ana|Quote from the mayor|Quote (River)|A quote|Quote from 5 and 6|Words", "|") {
		texts = append(texts, label+": "+words, label+":\n"+words, label+": “"+words+"”", label+":", "Hello,\n\nhere is the "+label+":\n\n“"+words+"”\n\n“And more.”\n\nBye")
	}
	for _, stamp := range []string{"[10:30, 20/11/2026] Ana: ", "[20/11/2026, 10:30:05] Ana: ", "[20/11/2026 10:30 AM] Ana: ", "20/11/2026, 10:30 - Ana Ruiz: ", "20.11.26 10:30 p.m. – Ana: ", "[10:30] Ana: ", "10:30 Ana: "} {
		texts = append(texts, stamp+words)
	}
	texts = append(texts, "> "+words+"\n> And more.", "*"+words+"*", "_"+words+"_", "**We** have *waited* __long__ _enough_.", "* "+words+" *", "a*b*c", "*a* *b*", "snake_case_name", "(*a*)", "- a\n- b", "• a\n• b", "1. a\n2) b", "- a", "a\n\n- b", "+ a\n* b", "“"+words+"” – Ana Ruiz, River Alliance", "“"+words+"”\n— Ana Ruiz, director, River Alliance",
		words+"” said Ana Ruiz, director of River Alliance.", "“We have waited,” said Ana Ruiz, director of River Alliance. “And we wait.”", "\"We have waited,\" Ana Ruiz said, \"and we wait.\"", "“We wait,” said Ana. “So”", "<p>We <b>wait</b>.</p><p>And &amp; more.</p>", "a<br>b<br/>c", "<div>a</div><div>b</div>", "<li>a</li><li>b</li>", "<h1>a</h1>b", "<blockquote>a</blockquote>b", "<tr><td>a</td></tr><tr><td>b</td></tr>", "a < b > c", "<x>a</x>", "<script>a</script>b", "<o:p>a</o:p>",
		"a\u0085b\u2028c\u2029d\re\r\nf", "a\u00a0b\u2003c", "a\u200cb\u200dc", "a\u200bb\u200ec\u00add", "a\ufdcfb\ufdd0c\ufdefd\ufdf0e", "a\ufffeb\uffffc\U0001fffed", "a\ue000b", "a\x00b\x07c", "a\xffb", "😀", "☃", "☀", "➿", "⟀", "🀀", "\U0001faff", "\U0001fb00", "1\ufe0f\u20e3", "⬛", "⭕", "⬚", "\u2b56", "©", "é", "a \U0001f3f4\U000e0067\U000e0062\U000e007f")
	var b strings.Builder
	for _, text := range texts {
		w, told := Clean(Words{Text: text}, catalogue(t, "en"))
		fmt.Fprintf(&b, "%q: %q", text, w.Text)
		for _, s := range []string{w.Speaker, w.Title, w.Org} {
			if s != "" {
				fmt.Fprintf(&b, " | %s", s)
			}
		}
		for _, p := range told {
			fmt.Fprintf(&b, " (%s %.40s)", p.Field, p.Message)
		}
		b.WriteString("\n")
	}
	expect.File(t, "around.golden.txt", b.String())
}

// Where the attribution stands, and how words are written as Markdown and read again.
func TestWordsThereAndBack(t *testing.T) {
	var b strings.Builder
	for _, text := range []string{
		"We have waited long. Now we go.", "We have waited so long. Now we go.", "We have waited so long! now we go.", "We have waited so long? Now.", "We have waited so long… Now we go.", "We have waited for Dr. Ruiz. Now we go.", "We came on the 3. October was cold.", "We have waited until 300. Now we go.", "We saw him on page 3 p. 4 of it. Now.", "Our answer to all of it is no. We go.", "We have waited (so. Very long). Now we go.", "“We have. Waited so,” they say. Now we go.",
		"We have [waited. So] long. Now we go.", "We ‘have. Waited’ so long. Now we go.", "We «have. Waited» so long. Now we go.", "We „have. Waited“ so long. Now we go.", "私たちは長い間待っていました。今行きます。それだけです。", "私たちはとても長い間待っていました！今行きます。", "ہم نے بہت انتظار کیا ہے۔ اب ہم چلتے", "We have waited so long in the U.S. Now we go.", "We have waited so long. 3 of us go.", "We have waited so long. “Now” we go.", "We have waited so very long.Now", "We have waited so very long. ", "We have waited so very long. — –", "x y z. Now we go.",
		"We have waited until the 3. Now we go.", "We have waited until the 31. Now we go.", "We have waited until 1 a. Now we go.", "We have waited evtl. Now we go.", "*a* _b_ `c` [d] <e> & # ~ | \\ {f}", "- a", "+ a", "= a", "1. a", "12) a", "1234567890. a", "a\n\n- b\n\n2. c", "", "# a", "a {said} b",
	} {
		for _, tag := range []string{"en", "de", "da", "fi", "cs", "es", "ja"} {
			if tag != "en" && !strings.ContainsAny(text, "3") && tag != "de" {
				continue
			}
			fmt.Fprintf(&b, "%s %q: %q\n", tag, text, Markdown(text, true, tag))
		}
		fmt.Fprintf(&b, "  %q\n", Markdown(text, false, "en"))
	}
	for _, q := range []release.Quote{
		{Text: "A b c. {said} D."}, {Text: "A b, {said}, c d."}, {Text: "A **b** [c](https://a.example). {said}"}, {Text: "A\n\nB", Style: release.StyleBlock}, {Text: "A. {said} B", Style: release.StyleDash, Attribution: "says *Ana*"}, {Text: "“A” b", Style: release.StyleLeadIn}, {Text: "<b>", Style: release.StyleSaid}, {Text: "A\r\nb <x", Style: release.StyleSaid},
	} {
		q.ID, q.Org, q.Speaker, q.Title = "river", "River Alliance", "Ana Ruiz", "director"
		w := FromQuote(&q)
		back := w.Quote("river")
		fmt.Fprintf(&b, "%q %s: %s; back %q %s %q\n%s", q.Text, q.Style, expect.Given(w), back.Text, back.Style, back.Attribution, TOML(back, "river"))
	}
	for _, md := range []string{"A b, {said} C.", "A b {said} C.", "A b, {said}, c.", "A b, {said} c.", "A b1 {said}", "A ب، {said} C", "A b", "A b.", "{said} A", "A! {said} B", "A, {said}"} {
		fmt.Fprintf(&b, "%q unsaid is %q, spoken %q\n", md, unsaid(md), spoken(md))
	}
	for _, a := range []string{"says Ana Ruiz", "said Ana", "Ana Ruiz", "explained by Ana", "unsaid", "Ana added."} {
		fmt.Fprintf(&b, "%q says: %v\n", a, says(a, catalogue(t, "en")))
	}
	base := Words{Speaker: "S", Title: "T", Org: "O", Text: "X", Attribution: "A"}
	for i := range 6 {
		o := base
		for n, f := range []*string{&o.Speaker, &o.Title, &o.Org, &o.Text, &o.Attribution} {
			if n == i {
				*f = "other"
			}
		}
		fmt.Fprintf(&b, "same but for the %d. field: %v\n", i, base.Same(o))
	}
	for _, size := range []int{MaxText, MaxText + 1} {
		_, told := Clean(Words{Speaker: "Ana Ruiz", Org: "River", Text: strings.Repeat("x", size)}, catalogue(t, "en"))
		fmt.Fprintf(&b, "%d characters: %d problems\n", size, len(told))
	}
	expect.File(t, "back.golden.txt", b.String())
}

package importer

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// What a page, a wire or a mail has above the headline is no headline.
func TestHeadlinesBelowPagesWiresAndMails(t *testing.T) {
	kept := heldBy(t)
	t.Parallel()
	const copyBelow = "\n\nDie Fähre fährt wieder über den Fluss\n\nOsten, 3. März 2026 – Die Fähre von Osten fährt wieder über den Fluss, und alle freut das sehr.\n"
	var b strings.Builder
	for _, source := range []string{
		"Startseite | Verein | Presse | Kontakt" + copyBelow,
		"Verein | Presse | Kontakt" + copyBelow,
		"Ufer | Brücke | Fähre fährt heute wieder frei | Fluss" + copyBelow,
		"Ufer | Brücke 7 | Fähre | Fluss" + copyBelow,
		"Sie sind hier: Presse > Meldungen" + copyBelow,
		"Sie befinden sich hier: Meldungen" + copyBelow,
		"Forside / Aktuelt / Meldinger" + copyBelow,
		"Ufer / Brücke / Fähre" + copyBelow,
		"Forside / Fähre" + copyBelow,
		"OTS0114 5 II 0598 AKV0002 CI Di, 03.März 2026\n\nVerkehr/Fluss/Fähre" + copyBelow,
		"OTS0114 5 II 0598 AKV0002 CI Di, 03.März 2026" + copyBelow,
		"OTS hilft der Fähre" + copyBelow,
		"UFERWERK AG – MEDIENMITTEILUNG" + copyBelow,
		"Uferwerk – Medienmitteilung zur Fähre" + copyBelow,
		"GEMEINSAME PRESSEMITTEILUNG\nRuderbund e.V. / Freunde der Fähre" + copyBelow,
		"GEMEINSAME PRESSEMITTEILUNG\nOben / Unten" + copyBelow,
		"COMMUNIQUE DE PRESSE INTER-ASSOCIATIF" + copyBelow,
		"Le bac revient sur la rivière\n\nValbrac, le 3 mars 2026. Communiqué de presse.\n\nLe bac de Valbrac passe de nouveau la rivière, et tout le monde en est heureux.\n",
		"Le bac revient sur la rivière\n\nValbrac est belle. Communiqué de presse.\n\nLe bac de Valbrac passe de nouveau la rivière, et tout le monde en est heureux.\n",
		"Von: Uferwerk <presse@ufer.example>\nGesendet: Dienstag, 3. März 2026 08:15\nAn: Redaktion\nBetreff: WG: Fähre\n\nLiebe alle,\n\nanbei der Text.\n\n" +
			"-------- Weitergeleitete Nachricht --------" + copyBelow,
		"Von: Uferwerk <presse@ufer.example>\nGesendet: 3. März 2026\nAn: Redaktion\nBetreff: Die Fähre von Osten ist wieder da" + copyBelow,
		"Liebe alle,\n\nanbei der Text.\n\n-------- Weitergeleitete Nachricht --------" + copyBelow,
		"De : Uferwerk <presse@ufer.example>\nObjet : TR: Fähre\n\n> " + strings.ReplaceAll(strings.TrimSpace(copyBelow), "\n", "\n> ") +
			"\n>\n> Die Fahrt ist frei.\n>\n> Alle sind da.\n>\n> Das Boot ist neu.\n\n--\nSie erhalten diese Nachricht von einer Liste.\n",
		"> " + strings.TrimSpace(copyBelow) + "\n",
		"From: Uferwerk <presse@ufer.example>\nTo: Redaktion\nSubject: Fwd: Fähre\nDate: Thu, 5 Mar 2026 14:11:09 +0100\n\nFalls ihr es nicht gesehen habt.\n\n" +
			"---------- Forwarded message ---------\nFrom: Uferwerk <presse@ufer.example>\nSubject: Fähre\n\n> " +
			strings.ReplaceAll(strings.TrimSpace(copyBelow), "\n", "\n> ") + "\n>\n> Die Fahrt ist frei.\n>\n> Alle sind da.\n>\n> Das Boot ist neu.\n",
	} {
		fmt.Fprintf(&b, "=== %s\n", strings.ReplaceAll(source, copyBelow, " […]"))
		for _, line := range linesWith(kept.imported(t, "a.txt", source), "headline =", "subhead =", "date =", "dateline =", "# Letterhead", "# Please look", "Liste", "> ") {
			b.WriteString(line + "\n")
		}
	}
	expect.File(t, "above.golden.txt", b.String())
}

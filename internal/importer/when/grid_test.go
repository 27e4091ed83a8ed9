package when

import (
	"fmt"
	"strings"
	"testing"

	"pressroom/internal/expect"
)

// embargoed begins a line in other languages, and elsewhere is how it goes on.
var embargoed = map[string]string{"es": "Embargado hasta", "fr": "Sous embargo jusqu’au", "de": "Sperrfrist:", "it": "Sotto embargo fino al", "pt": "Embargo até", "nl": "Onder embargo tot"}

var elsewhere = map[string]string{
	"es": "9 h, hora de Madrid, del 8 de diciembre de 2026|9:00 (hora peninsular) del martes 8 de diciembre|las 9 de la mañana del 8 de diciembre de 2026, hora de México|las 9 de la noche, hora de Madrid, 8 de diciembre|mediodía del 8 de diciembre de 2026 (CET)|medianoche|8/12/2026, 9.00 h CET|las nueve|mañana a las 9 h CET|el martes, 9 h CET|21h CET 8 dic. 2026|1 de enero de 2027, 0:00 h CET",
	"fr": "8 décembre 2026, 9h (heure de Paris)|mardi 8 décembre à 9 h 30, heure de Paris|8 déc. 2026 9h00 CET|midi, heure de Paris, le 8 décembre 2026|minuit|1er janvier 2027 à 0h01 (heure de Paris)|demain 9h CET|9 heures du matin, heure de Paris, le 8 décembre 2026|21 heures, heure de Bruxelles, le 8/12/2026|neuf heures",
	"de": "8. Dezember 2026, 9 Uhr MEZ|Dienstag, 8. Dezember, 9.30 Uhr (MEZ)|8.12.2026, 9:00 Uhr MEZ|morgen, 9 Uhr MEZ|8. Dezember 2026, 12 Uhr mittags, MEZ|Mitternacht|24 Uhr MEZ, 8. Dezember 2026|9 Uhr morgens, 8. Dez. 2026, Berliner Zeit|21 Uhr abends MESZ 8. Juli 2027|neun Uhr|0 Uhr MEZ, 1. Jänner 2027",
	"it": "8 dicembre 2026, ore 9 (CET)|martedì 8 dicembre alle 9.30, ora di Roma|ore 9:00 dell’8 dicembre 2026, ora italiana|mezzogiorno dell’8 dicembre 2026 CET|mezzanotte|domani alle 9 CET|le 9 di sera CET 8 dic. 2026",
	"pt": "8 de dezembro de 2026, 9h (hora de Lisboa)|9 horas, horário de Brasília, 8 de dezembro de 2026|terça-feira, 8 de dezembro, às 9h30 (Lisboa)|meio-dia de 8 de dezembro de 2026 GMT|meia-noite|amanhã às 9h GMT|9 da noite, hora de Lisboa, 8 dez. 2026",
	"nl": "8 december 2026, 9.00 uur (CET)|dinsdag 8 december 9 uur MET|8-12-2026 09:00 uur CET|12 uur ’s middags CET 8 december 2026|middernacht|morgen 9 uur CET|9 uur ’s avonds CET 8 dec. 2026",
}

// Hours, days and zones as people write them, each beside others that are plain.
func TestHoursDaysAndZonesWhole(t *testing.T) {
	var b strings.Builder
	numbers := make(map[string]int) // a reading stands whole where it comes first
	read := func(line, language string) {
		said := strings.ReplaceAll(expect.Given(Read(line, Options{Today: day0, Language: language})), "\n", "⏎")
		if numbers[said] == 0 {
			numbers[said] = len(numbers) + 1
			fmt.Fprintf(&b, "#%d is %s\n", numbers[said], said)
		}
		fmt.Fprintf(&b, "%s %s: #%d\n", language, line, numbers[said])
	}
	for _, hour := range strings.Split("9 a.m.|9 am|9am|9 AM|9:00 a.m.|9.00 am|09:00|9:00|0900|0900 hours|9 o’clock|nine o’clock|9:30 p.m.|12 a.m.|12 p.m.|12:00 a.m.|12:30 a.m.|12:30 p.m.|noon|midday|midnight|12 noon|12 midnight|12:00 noon|12:00 midnight|00:00|0:00|0.30|00.30|24:00|24.00|23:59|"+
		"25:00|13:00|13 p.m.|13:00 p.m.|0 a.m.|0 p.m.|9:60|9:5|9:05:30|9:00:00|9h|9h30|9 h 30|9 in the morning|9 in the evening|9 at night|12 at night|3 in the afternoon|1 in the afternoon|9|19|1 minute past midnight|00:01|0001|12:01 a.m.|close of business|9 a|9 p|9 p.m|9-10 a.m.|9 a.m. to 10 a.m.|between 9 and 10 a.m.|9 a.m. or 10 a.m.|6 a.m. and 6 p.m.|half past nine|quarter to nine|9 sharp", "|") {
		read("Embargoed until "+hour+" ET, December 8, 2026", "en")
		read("Embargoed until December 8, 2026, "+hour+" GMT", "en")
	}
	for _, day := range strings.Split("December 8, 2026|Dec. 8, 2026|Dec 8 2026|8 December 2026|8th December 2026|the 8th of December 2026|December 8th|8 December|Tuesday, December 8, 2026|Tues., Dec. 8|Tuesday 8 December|Monday, December 8, 2026|Tuesday|next Tuesday|this Tuesday|tomorrow|today|tonight|2026-12-08|2026/12/08|8/12/2026|12/8/2026|13/12/2026|12/13/2026|8.12.2026|08.12.26|8/12/26|08-12-2026|"+
		"December 2026|December|8 of December|Dec 8 '26|December 31, 2026|February 29, 2027|February 29, 2028|31 April 2027|December 0, 2026|32 December 2026|December 8, 1999|December 8, 2099|January 3|November 20|November 19|in two weeks|the day after tomorrow|the week of December 8|December 8 and 9, 2026|8–9 December 2026|December 8 or 9|December 8, 2026 and December 9, 2026|Tuesday 8th|the 8th|Sunday, 13 Dec", "|") {
		read("Embargoed until 9 a.m. ET on "+day, "en")
		read("EMBARGO: "+day+", 15:00 GMT", "en")
	}
	for _, zone := range strings.Split("ET|EST|EDT|Eastern|Eastern Time|Eastern Standard Time|US Eastern|CT|Central|CST|MT|Mountain Time|PT|PST|PDT|Pacific|AKST|Alaska|HST|Hawaii Time|GMT|UTC|UTC+1|UTC-5|UTC +01:00|UTC−5|GMT+2|GMT-3|GMT +5:30|BST|British time|UK time|London|London time|(London)|CET|CEST|Central European Time|Paris time|Berlin|Madrid time|WET|EET|IST|Israel time|India|JST|Tokyo|Beijing time|AEST|AEDT|Sydney time|NZST|Z|+01:00|-0500|+5|local time|your time|New York|New York time|Washington, D.C.|"+
		"Los Angeles|Chicago|Denver|Phoenix|Arizona|Toronto|Vancouver|Newfoundland|NST|Atlantic|AST|Brazil|São Paulo|Mexico City|Moscow|MSK|Dubai|Singapore|Hong Kong|HKT|Nairobi|Johannesburg|SAST|Lagos|WAT|Cairo|Geneva|Brussels|Rome|Dublin|Lisbon|Athens|Kyiv|Istanbul|ET/PT|ET (PT)|ET / 6 a.m. PT|ET / 7 a.m. PT|ET (2 p.m. GMT)|ET (14:00 GMT)|ET (15:00 GMT)|ET, 14:00 GMT, 15:00 CET|XYZ|X|XET|Springfield|Springfield time|UTC+25|UTC+14|UTC-12|UTC+5:75|et|est|Est|time|Eastern and Pacific|EST/CET", "|") {
		read("Embargoed until 9 a.m. "+zone+", December 8, 2026", "en")
		read("Embargoed until 9:00 on 8 July 2027 "+zone, "en")
	}
	for _, tongue := range []string{"es", "fr", "de", "it", "pt", "nl"} {
		for _, rest := range strings.Split(elsewhere[tongue], "|") {
			read(embargoed[tongue]+" "+rest, tongue)
		}
	}
	for _, line := range []string{
		"Not for publication before 9 a.m. ET, December 8, 2026", "Hold until 9 a.m. ET December 8, 2026", "For release at 9 a.m. ET on December 8, 2026", "Release: 9 a.m. ET December 8, 2026", "Do not publish until 9 a.m. ET December 8, 2026", "Embargo lifts at 9 a.m. ET December 8, 2026", "Embargo ends 9 a.m. ET December 8, 2026", "Embargoed for 9 a.m. ET December 8, 2026", "Under embargo until December 8, 2026", "STRICTLY EMBARGOED", "Embargo", "EMBARGO: NONE", "The embargo of 1973 ended on December 8.",
		"For immediate release, December 8, 2026", "Embargoed until after the meeting", "Embargoed until 9 a.m. ET December 8, 2026. Contact Ana at 555-010-0142", "Embargoed until 9 a.m. ET December 8, 2026 – Harbor groups ask", "Embargoed until further notice", "Embargoed until 9 a.m. ET December 8, 2026, or 9 a.m. ET December 9, 2026", "Updated 8 a.m. ET; embargoed until 9 a.m. ET December 8, 2026", "Embargoed until 9 a.m. ET December 8, 2026 (14:00 UTC December 8, 2026)", "Embargoed until 9 p.m. ET December 8, 2026 (02:00 UTC December 9, 2026)", "Embargoed until 9 p.m. ET December 8, 2026 (02:00 UTC December 8, 2026)",
	} {
		read(line, "en")
		read(strings.ToUpper(line), "en")
	}
	expect.File(t, "grid.golden.txt", b.String())
}

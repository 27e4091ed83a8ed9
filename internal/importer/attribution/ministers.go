package attribution

import (
	"strings"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/release"
)

// Ministers are over several fields, with commas between, before their name. Others speak without
// one: residents, and one of the skippers.

// minister is the office of somebody over a field or several: "Shadow Minister for Ports, Harbours".
var minister = pattern.New(`^(?:[Tt]he )?((?:(?:Shadow|Deputy|Assistant|Acting|Federal|State|Junior|Associate|Cabinet) )*` +
	`(?:Minister|Secretary of State|Parliamentary Secretary|Cabinet Secretary|Cabinet Member) (?:for|of|to) .+)$`)

// beforeMinister stands before the name of one, and is none of it.
var beforeMinister = pattern.New(`^(?:the )?(?:(?:Rt\.? )?Hon(?:ou?rable)?\.? )?(?:Senator |Councillor |Cllr\.? |Representative )?`)

// ministerNamed reads one: "Minister for Ports, Community Services and Islands, Owen Farrell, today".
func (d *Copy) ministerNamed(phrase string) (Speaker, bool) {
	m := minister.FindStringSubmatch(phrase)
	if m == nil || !d.English() {
		return Speaker{}, false
	}
	if at := nameBehindFields.FindStringSubmatchIndex(m[1]); at != nil && fieldList.MatchString(m[1][:at[2]]) {
		if name := m[1][at[2]:at[3]]; !prose.IsOrganisation(name) && !d.IsTitle(name) {
			return d.overFields(name, strings.TrimSpace(m[1][:at[2]])), true
		}
	}
	parts := strings.Split(m[1], ", ")
	for i := 1; i < len(parts) && i < 6; i++ {
		name := bareName(parts[i][len(beforeMinister.FindString(parts[i])):])
		if !prose.LooksLikeName(name) || prose.IsOrganisation(name) || isField(name) || d.IsTitle(name) {
			continue
		}
		return d.overFields(name, strings.Join(parts[:i], ", ")), true
	}
	return Speaker{}, false
}

// nameBehindFields is a list of fields with a name right behind the last: "Ports, Lights and Buoys Ana Ruiz".
var nameBehindFields = pattern.New(`, [^,]* (?:and|&) (?:\p{Lu}[\p{L}-]* ){1,3}?(\p{Lu}[\p{L}’'-]+ (?:\p{Lu}\. )?\p{Lu}[\p{L}’'-]+)$`)

// shadowOf is an office of those who are against the government, with the party whose it is before: "Labor’s Shadow
// Minister for Ports, Mr Owen Farrell".
var shadowOf = pattern.New(`^(?:[Tt]he )?(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2})(?:’s?|'s?) (Shadow .+)$`)

// shadowNamed reads one with the name.
func (d *Copy) shadowNamed(phrase string) (Speaker, bool) {
	m := shadowOf.FindStringSubmatch(phrase)
	if m == nil {
		return Speaker{}, false
	}
	who, ok := d.ministerNamed(m[2])
	who.Name, who.Org, who.Unsure = d.withoutCourtesy(who.Name), m[1], ""
	return who, ok
}

// overFields is somebody with such an office.
func (d *Copy) overFields(name, office string) Speaker {
	who := Speaker{Name: name, Title: office, Org: release.Unknown, Ok: true}
	if at := overAnything.FindStringIndex(office); at != nil {
		who.Unsure = overWhich(office[at[1]:])
		if body := d.ministry(office[:at[0]], office[at[1]:]); body != "" {
			who.Org, who.Unsure = body, ""
		}
	}
	return who
}

// ministersNamed are such offices within a text, each up to the name and a comma behind it.
var ministersNamed = pattern.New(`(?:(?:\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2}(?:’s?|'s?) )?` +
	`(?:Shadow|Deputy|Assistant|Acting|Junior|Associate) )?` +
	`(?:Minister|Secretary of State|Parliamentary Secretary|Cabinet Secretary) (?:for|of|to) ` +
	`[^.;:“”"()]{3,120}?, (?:(?:the )?(?:Rt\.? )?Hon\.? )?(?:Senator )?` +
	`(?:(?:Mr|Ms|Mrs|Dr)\.? )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2}\b`)

// meetMinisters notes whom a text names so.
func (d *Copy) meetMinisters(text string) {
	if !d.English() {
		return
	}
	for _, m := range ministersNamed.FindAllString(text, prose.MostFound) {
		who, ok := d.shadowNamed(m)
		if !ok {
			who, ok = d.ministerNamed(m)
		}
		if !ok || d.isKnown(who.Name) {
			continue
		}
		who.Ok = false
		d.Known = append([]Speaker{who}, d.Known...)
	}
	for _, m := range memberOf.FindAllString(text, prose.MostFound) {
		if who, ok := d.memberNamed(m); ok && !d.isKnown(who.Name) {
			who.Ok = false
			d.Known = append([]Speaker{who}, d.Known...)
		}
	}
}

// memberOf is a member of a parliament with the initials of a party before: "QTP MP Owen Farrell".
var memberOf = pattern.New(`\b(\p{Lu}{3,6}) (MP|MEP|MSP|MLA|TD) (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})\b`)

// memberNamed reads one, where the text has the initials elsewhere too.
func (d *Copy) memberNamed(phrase string) (Speaker, bool) {
	m := memberOf.FindStringSubmatch(phrase)
	if m == nil || !d.English() || !strings.HasPrefix(phrase, m[0]) || strings.Count(d.Source, m[1]) < 2 {
		return Speaker{}, false
	}
	return Speaker{Name: m[3], Title: m[2], Org: d.written(m[1]), Ok: true}, true
}

// groups are people who speak together, without a name; oneOfThem is one of some.
var (
	groups = pattern.New(`^(?i:(?:the |some |many |several |local |other |two |three |most ){0,2})((?i:residents|neighbou?rs|` +
		`organi[sz]ers|` +
		`campaigners|protest[eo]rs|students|parents|families|workers|members|staff|teachers|nurses|doctors|officials|councillors|tenants|` +
		`villagers|farmers|fishermen|skippers|volunteers|supporters|activists|lawyers|advocates))$`)
	oneAlone = pattern.New(`^(?i:one|another|a|an) (?:\p{Ll}[\p{L}-]* )?(?i:resident|neighbou?r|participant|student|pupil|` +
		`parent|worker|member|` +
		`nurse|doctor|tenant|villager|farmer|fisherman|volunteer|supporter|activist|patient|visitor|customer|player|fan)$`)
	oneOfThem = pattern.New(`^(?i:one|two|some|many|several|most) of (?:the|our|its|their|those) (?:\p{Ll}[\p{L}-]* ){0,3}\p{Ll}[\p{L}-]*s$`)
)

// oneOrAll reads those: "residents said", "one of the skippers said".
func (d *Copy) oneOrAll(phrase string) Speaker {
	if !d.English() || !groups.MatchString(phrase) && !oneOfThem.MatchString(phrase) && !oneAlone.MatchString(phrase) {
		return Speaker{}
	}
	return Speaker{
		Title: strings.TrimPrefix(strings.TrimPrefix(phrase, "the "), "The "), Org: release.Unknown, Ok: true,
		Unsure: "the text names nobody here; write who says this, and of which organisation",
	}
}

// branchOf is an office in a part of an organisation: "co-president of the Marlow branch of the
// Dockers Union".
var branchOf = pattern.New(`^(\p{L}[^,;]*?) (?:of|for|at|in) (?:the |its |our )?(?:\p{Lu}[^,;]*? )(?:[Bb]ranch|[Cc]hapter|[Ss]ection|` +
	`[Ll]odge|[Rr]egion|[Dd]ivision) of (?:the )?(\p{Lu}[^,;]*)$`)

// ofBranch divides that.
func (d *Copy) ofBranch(s string) (title, org string, ok bool) {
	m := branchOf.FindStringSubmatch(s)
	if m == nil || !d.English() || !d.IsTitle(m[1]) {
		return "", "", false
	}
	org, _ = d.OrgRun(m[2])
	return m[1], org, org != release.Unknown
}

// qualityLast ends words that are no organisation's name, since the noun is missing.
var qualityLast = pattern.New(`(?i)\p{L} (?:industrial|national|regional|federal|political|executive|joint|acting|parliamentary)$`)

// saidWhen is when something was said, between commas, or that others said the like.
var saidWhen = pattern.New(`^(?i:today|yesterday|tonight|this (?:morning|afternoon|evening|week)|last (?:night|week)|` +
	`on \p{Lu}\p{L}+day|` +
	`(?:lui|elle|eux|elles) aussi|anch[’'](?:egli|essa|ess[oie])|anche l(?:ui|ei|oro)|también|também|ook (?:hij|zij)|auch (?:er|sie))$`)

// theirOffice is an office at something of which no name stands there: "Lecturer at the university".
var theirOffice = pattern.New(`\p{L} (?:at|of|with|for) (?:the|our|its) \p{Ll}[\p{L}-]*$`)

// calledAfter tells a title that is an office, or the office with what it is over: of whom nothing
// was heard yet, "the Minister" is the one who was named as a minister, and no deputy.
func calledAfter(title, office string) bool {
	title, office = strings.ToLower(title), strings.ToLower(office)
	return title == office || strings.HasPrefix(title, office+" ")
}

// headedBy is the organisation whose name stands alone on a line at the beginning of the copy; ""
// for none.
func (d *Copy) headedBy() string {
	if !d.English() {
		return ""
	}
	for _, p := range d.Body[:min(len(d.Body), 4)] {
		if prose.LongPara(p.Text) {
			return ""
		}
		for _, line := range strings.Split(p.Text, "\n") {
			name := strings.TrimSpace(line)
			org, ok := d.OrgRun(name)
			if n := len(strings.Fields(name)); ok && org == name && n > 1 && n < 9 && !d.IsTitle(name) && prose.IsOrganisation(name) {
				return name
			}
		}
	}
	return ""
}

// theySay is a sentence in which somebody tells without marks, who is named before.
func (d *Copy) theySay(sentence string) (Speaker, bool) {
	re := d.phrasing(`^(?:He|She|They) (?:also |then |further )?(?:{verb}) \p{L}`)
	if !d.English() || prose.HasOpening(sentence) || !re.MatchString(sentence) {
		return Speaker{}, false
	}
	who := d.meant()
	return who, who.Name != ""
}

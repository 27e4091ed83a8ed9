package importer

import "pressroom/internal/pattern"

// Several people are no office of one: with what they are for, they are an organisation.

// people are so called: "Riders for Clean Water".
var people = pattern.New(`^(?:the )?((?:\p{Lu}\p{Ll}+ )?(?:\p{Lu}\p{Ll}+(?:ers|ists|\p{L}ans)|` +
	`Students|Parents|Residents|Doctors|Friends|Families|Neighbou?rs|` +
	`Citizens|Veterans|Nurses|Artists|Women|Men|People|Kids|Voices|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days) ` +
	`(?:for|against|without) \p{Lu}[\p{L}’'-]*(?: (?:(?:and|&|the|a|in|of) )?\p{Lu}[\p{L}’'-]*){0,4})$`)

// whoFounded is what somebody has to do with those.
var whoFounded = pattern.New(`^(?:who )?(?:(?:co-?)?founded|set up|started|leads|runs|chairs|heads) `)

// peopleFor reads that.
func peopleFor(s string) (title, org string, ok bool) {
	m := people.FindStringSubmatch(whoFounded.ReplaceAllString(s, ""))
	if m == nil {
		return "", "", false
	}
	return "", m[1], true
}

// know moves somebody who has spoken to the end of those who are known: a surname means them from
// here on, and pronouns mean the last.
func (d *draft) know(who speaker) {
	for i, k := range d.known {
		if k.name == who.name {
			d.known = append(d.known[:i], d.known[i+1:]...)
			break
		}
	}
	d.known = append(d.known, who)
}

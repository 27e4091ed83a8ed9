package importer

// parse reads who is named in a phrase, as in "Ana Ruiz, campaign director at
// River Alliance", "River Alliance campaign director Ana Ruiz" or "a volunteer
// with River Alliance".
//
// Whom a phrase means may be asked of the sentences before it, and these be read as phrases again; past mostWithin of them, each
// within the other, nobody is found.
func (d *draft) parse(phrase string) speaker {
	if d.within++; d.within > mostWithin {
		d.within--
		return speaker{}
	}
	defer func() { d.within-- }()
	phrase = d.withoutDegree(d.byAnotherName(phrase))
	if who, ok := d.overCrime(phrase); ok {
		return who
	}
	if who, ok := d.together(phrase); ok {
		return who
	}
	if who, ok := d.semicolons(phrase); ok {
		return who
	}
	return d.one(phrase)
}

// mostWithin is more than any text needs.
const mostWithin = 12

package attribution

// Several people are no office of one: with what they are for, they are an organisation.

// know moves somebody who has spoken to the end of those who are known: a surname means them from
// here on, and pronouns mean the last.
func (d *Copy) know(who Speaker) {
	for i, k := range d.Known {
		if k.Name == who.Name {
			d.Known = append(d.Known[:i], d.Known[i+1:]...)
			break
		}
	}
	d.Known = append(d.Known, who)
}

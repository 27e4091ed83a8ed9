package agreement

import "slices"

// What is kept of copies that bear a reference, in bytes: programs that show a PDF ask for
// it piece by piece, and each piece would have it compiled again.
const mostKept = 32 << 20

// keptCopies are copies with a reference that were handed out last. One at a time has it.
type keptCopies struct {
	list []keptCopy // the one that was asked for last is last
	size int
}

type keptCopy struct {
	of   string // all that it depends on
	data []byte
}

func (k *keptCopies) find(of string) []byte {
	i := slices.IndexFunc(k.list, func(c keptCopy) bool { return c.of == of })
	if i < 0 {
		return nil
	}
	c := k.list[i]
	k.list = append(slices.Delete(k.list, i, i+1), c)
	return c.data
}

func (k *keptCopies) put(of string, data []byte) {
	if len(data) > mostKept/4 {
		return
	}
	k.list, k.size = append(k.list, keptCopy{of, data}), k.size+len(data)
	for k.size > mostKept {
		k.size -= len(k.list[0].data)
		k.list = slices.Delete(k.list, 0, 1)
	}
}

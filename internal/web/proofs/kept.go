package proofs

import (
	"container/list"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"sync"

	"pressroom/internal/release"
)

// mostKept is how many bytes of pictures and pages are kept for frames.
const mostKept = 64 << 20

// kept is what frames load, under names that nobody can guess: what was asked for last, as
// long as there is room. The same bytes have the same name.
type kept struct {
	key  []byte
	most int

	mu     sync.Mutex
	room   int
	byName map[string]*list.Element
	recent *list.List // what was used last is first

	// Pictures are the same bytes at every keystroke, and are named once.
	names map[*byte]string
}

type keptItem struct {
	name, kind string
	data       []byte
}

func newKept(most int) *kept {
	k := &kept{
		key: make([]byte, 32), most: most, room: most, byName: make(map[string]*list.Element), recent: list.New(),
		names: make(map[*byte]string),
	}
	rand.Read(k.key)
	return k
}

// name is what bytes are called.
func (k *kept) name(data []byte) string {
	h := hmac.New(sha256.New, k.key)
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// put keeps bytes of a kind.
func (k *kept) put(kind string, data []byte) string {
	name := k.name(data)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.keep(&keptItem{name, kind, data})
	return name
}

func (k *kept) keep(item *keptItem) {
	if e, ok := k.byName[item.name]; ok {
		k.recent.MoveToFront(e)
		return
	}
	k.room -= len(item.data)
	k.byName[item.name] = k.recent.PushFront(item)
	for k.room < 0 && k.recent.Len() > 1 {
		old := k.recent.Remove(k.recent.Back()).(*keptItem)
		delete(k.byName, old.name)
		k.room += len(old.data)
		if len(old.data) > 0 {
			delete(k.names, &old.data[0])
		}
	}
}

// picture keeps a picture, whose bytes are not changed by anybody.
func (k *kept) picture(a release.Asset) string {
	if len(a.Data) == 0 {
		return "none"
	}
	k.mu.Lock()
	name, ok := k.names[&a.Data[0]]
	k.mu.Unlock()
	if !ok {
		name = k.name(a.Data)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.keep(&keptItem{name, a.Type, a.Data})
	if e := k.byName[name]; &e.Value.(*keptItem).data[0] == &a.Data[0] {
		k.names[&a.Data[0]] = name // as long as the bytes are kept they are at this place
	}
	return name
}

// get is what is kept under a name.
func (k *kept) get(name string) (kind string, data []byte, ok bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	e, ok := k.byName[name]
	if !ok {
		return "", nil, false
	}
	k.recent.MoveToFront(e)
	item := e.Value.(*keptItem)
	return item.kind, item.data, true
}

namespace SonicBridge.Fuzz.Mutation;

/// <summary>Makes an input of one that is known: some changes of chance, words of the format, pieces of another input.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> dictionary, Chance chance, int longest)
{
    // The longest run of bytes that one change moves.
    private const int LongestRun = 64;

    private readonly byte[] _piece = new byte[longest];

    /// <param name="draft">The known input; it is changed.</param>
    /// <param name="other">Another one to take pieces of.</param>
    public void Change(Draft draft, byte[] other)
    {
        if (chance.OneIn(16))
        {
            Splice(draft, other);
        }

        // Mostly a few changes, now and then many.
        for (var left = 1 << chance.Below(5); left > 0; left--)
        {
            ChangeOnce(draft, other);
        }
    }

    private void ChangeOnce(Draft draft, byte[] other)
    {
        if (draft.Length == 0)
        {
            draft.Set(other.Length > 0 ? other : [(byte)chance.Below(256)]);
            return;
        }

        var at = chance.Below(draft.Length);
        switch (chance.Below(16))
        {
            case 0:
                draft.Bytes[at] ^= (byte)(1 << chance.Below(8));
                break;
            case 1:
                draft.Bytes[at] = (byte)chance.Below(256);
                break;
            case 2:
                Numbers.PutEdge(draft.Bytes[at..], chance);
                break;
            case 3:
                Numbers.Nudge(draft.Bytes[at..], chance);
                break;
            case 4 or 5:
                draft.Delete(at, Run(draft.Length - at));
                break;
            case 6:
                draft.Insert(at, Copy(draft.Bytes));
                break;
            case 7:
                draft.Overwrite(at, Copy(draft.Bytes));
                break;
            case 8:
                draft.Insert(at, Copy(other));
                break;
            case 9:
                Fill(draft, at);
                break;
            case 10:
                draft.Insert(at, Word());
                break;
            case 11:
                draft.Overwrite(at, Word());
                break;
            default:
                ChangePiece(draft, other);
                break;
        }
    }

    /// <summary>Changes a text by its structure; where there is none, nothing happens.</summary>
    private void ChangePiece(Draft draft, byte[] other)
    {
        var (at, length) = Balanced.Piece(draft.Bytes, chance).GetOffsetAndLength(draft.Length);
        if (length == 0)
        {
            return;
        }

        switch (chance.Below(6))
        {
            case 0:
                draft.Replace(at, length, Take(other, Balanced.Piece(other, chance)));
                break;
            case 1:
                draft.Replace(at, length, Take(draft.Bytes, Balanced.Piece(draft.Bytes, chance)));
                break;
            case 2:
                var gone = Balanced.Element(draft.Bytes, chance).GetOffsetAndLength(draft.Length);
                draft.Delete(gone.Offset, gone.Length);
                break;
            case 3:
                var (start, size) = Balanced.Element(draft.Bytes, chance).GetOffsetAndLength(draft.Length);
                draft.Insert(start, Take(draft.Bytes, start..(start + size)));
                break;
            case 4:
                var element = Take(other, Balanced.Element(other, chance));
                draft.Insert(at, element);
                break;
            default:
                draft.Replace(at, length, Word());
                break;
        }
    }

    private void Splice(Draft draft, byte[] other)
    {
        if (draft.Length > 0 && other.Length > 0)
        {
            var cut = chance.Below(draft.Length);
            draft.Delete(cut, draft.Length - cut);
            draft.Insert(cut, other.AsSpan(chance.Below(other.Length)));
        }
    }

    private void Fill(Draft draft, int at)
    {
        var run = Run(Math.Min(LongestRun, longest));
        _piece.AsSpan(0, run).Fill(chance.OneIn(2) ? draft.Bytes[at] : (byte)chance.Below(256));
        draft.Insert(at, _piece.AsSpan(0, run));
    }

    private ReadOnlySpan<byte> Word() => dictionary.Count == 0 ? [] : dictionary[chance.Below(dictionary.Count)];

    private ReadOnlySpan<byte> Copy(ReadOnlySpan<byte> source)
    {
        if (source.IsEmpty)
        {
            return [];
        }

        var at = chance.Below(source.Length);
        return Take(source, at..(at + Run(source.Length - at)));
    }

    private ReadOnlySpan<byte> Take(ReadOnlySpan<byte> source, Range range)
    {
        var piece = source[range];
        piece = piece[..Math.Min(piece.Length, _piece.Length)];
        piece.CopyTo(_piece);
        return _piece.AsSpan(0, piece.Length);
    }

    /// <summary>A length, short ones more often than long ones.</summary>
    private int Run(int most) => 1 + chance.Below(Math.Min(most, 1 << (1 + chance.Below(6))));
}

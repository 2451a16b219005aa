using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using SonicBridge.Bridge.Kvs.Matroska;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Kvs;

/// <summary>
/// Decides of each block whether the caller spoke it. A fragment names its contact only after its audio, but all
/// fragments of one streaming run share a SegmentUID: blocks are held until the run's first ContactId is read, and pass
/// at once from then on. No I/O and no clock.
/// </summary>
internal sealed class VoiceFilter(ContactId contactId, FragmentNumber? first, bool holdEachFragment) : IDisposable
{
    private readonly byte[] _contactId = Encoding.ASCII.GetBytes(contactId.ToString());
    private CallersTrack _track;
    private UInt128? _run;
    private UInt128? _runBefore;
    private UInt128? _ownRun;
    private UInt128? _foreignRun;
    private Owner _owner;
    private bool _runKnown;
    private string _fragment = "";

    /// <summary>The blocks to pass on when <see cref="Take"/> answers <see cref="Verdict.PassHeld"/>.</summary>
    public HeldBlocks Held { get; } = new();

    /// <summary>How far the stream was read.</summary>
    public ReadingPlace Place { get; } = new(first);

    /// <summary>Whether a fragment of the contact was met.</summary>
    public bool HasMetContact { get; private set; }

    /// <summary>Documents met, those that came again included.</summary>
    public long Fragments { get; private set; }

    /// <summary>Blocks on the caller's track that belong to other contacts or to none.</summary>
    public long ForeignBlocks { get; private set; }

    /// <summary>What the service says about the stream.</summary>
    public StreamReport Report { get; } = new();

    /// <summary>Takes the next item of the stream.</summary>
    public Verdict Take(in MkvItem item)
    {
        switch (item.Kind)
        {
            case MkvItemKind.Document:
                return BeginFragment();
            case MkvItemKind.Segment:
                return MeetRun(item.Value);
            case MkvItemKind.Track:
                _track.Meet(item.Track, item.Name);
                return Verdict.Nothing;
            case MkvItemKind.Tag:
                return TakeTag(item);
            default:
                return TakeBlock(item);
        }
    }

    /// <summary>Where a block stands that <see cref="Take"/> told to pass.</summary>
    public BlockPosition PositionOf(in MkvItem block) => new(_fragment, block.Time);

    /// <summary>The blocks told of last were passed on.</summary>
    public void Passed(long lastTime)
    {
        Held.Clear();
        Place.Settle(lastTime);
    }

    /// <summary>The stream was cut: it will be read again from the last whole fragment on.</summary>
    public void Resume()
    {
        Held.Clear();
        Place.Resume();
        Report.Clear();
        (_owner, _run, _runKnown) = (Owner.Unknown, null, false);
    }

    /// <summary>
    /// The stream has ended. Its last fragment may lack the tag: it is the contact's when its run is.
    /// </summary>
    public Verdict End() =>
        Held.Count > 0 && _ownRun is not null && _run == _ownRun ? Verdict.PassHeld : Verdict.Nothing;

    public void Dispose() => Held.Dispose();

    private Verdict BeginFragment()
    {
        var passesHeld = End() == Verdict.PassHeld;
        Place.BeginFragment(settled: Held.Count == 0);
        Fragments++;
        _track = default;
        _fragment = "";
        _runBefore = _run;
        (_owner, _run, _runKnown) = (Owner.Unknown, null, false);
        return passesHeld ? Verdict.PassHeld : Verdict.Nothing;
    }

    private Verdict MeetRun(in ReadOnlySequence<byte> uid)
    {
        SettleRun(UidOf(uid));
        if (_run is null || _owner != Owner.Unknown)
        {
            return Verdict.Nothing;
        }

        if (_run == _foreignRun)
        {
            _owner = Owner.Another;
        }
        else if (_run == _ownRun && !holdEachFragment)
        {
            _owner = Owner.Contact;
            return PassWhatIsHeld();
        }

        return Verdict.Nothing;
    }

    /// <summary>Before the contact was met, what another run left without a name is nobody's.</summary>
    private void SettleRun(UInt128? run)
    {
        (_run, _runKnown) = (run, true);
        if (!HasMetContact && (run is null || run != _runBefore))
        {
            DropHeld();
        }
    }

    private Verdict TakeTag(in MkvItem tag)
    {
        if (tag.Name.Is("ContactId"u8))
        {
            return MeetContact(tag.Value);
        }

        if (tag.Name.Is("AWS_KINESISVIDEO_FRAGMENT_NUMBER"u8))
        {
            _fragment = Encoding.UTF8.GetString(tag.Value);
            Place.Name(new FragmentNumber(_fragment));
        }
        else
        {
            Report.Take(tag);
        }

        return Verdict.Nothing;
    }

    private Verdict MeetContact(in ReadOnlySequence<byte> id)
    {
        if (!_runKnown)
        {
            SettleRun(null);
        }

        if (!id.IsIgnoringCase(_contactId))
        {
            return MeetAnother();
        }

        HasMetContact = true;
        (_owner, _ownRun) = (Owner.Contact, _run ?? _ownRun);
        return PassWhatIsHeld();
    }

    /// <summary>What stands between two fragments of one contact is that contact's: a stream has one at a time.</summary>
    private Verdict PassWhatIsHeld() => Held.Count > 0 ? Verdict.PassHeld : Verdict.Nothing;

    private Verdict MeetAnother()
    {
        (_owner, _foreignRun) = (Owner.Another, _run ?? _foreignRun);
        DropHeld();
        if (Place.IsOld)
        {
            return Verdict.Nothing;
        }

        var isAfterStart = first is { } start && Place.Current is { } current && start.IsAtOrBefore(current);
        return HasMetContact || isAfterStart ? Verdict.AnotherContact : Verdict.Nothing;
    }

    private Verdict TakeBlock(in MkvItem block)
    {
        if (!_track.Is(block.Track) || block.Value.Length < sizeof(short))
        {
            return Verdict.Nothing;
        }

        if (!_runKnown)
        {
            SettleRun(null);
        }

        var isNew = Place.Meet(block.Time);
        switch (_owner)
        {
            case Owner.Contact when isNew:
                return Verdict.Pass;
            case Owner.Unknown when isNew:
                Held.Add(block.Value.Slice(0, block.Value.Length & ~1), PositionOf(block));
                return Verdict.Nothing;
            case Owner.Another:
                ForeignBlocks++;
                return Verdict.Nothing;
            default:
                return Verdict.Nothing;
        }
    }

    private void DropHeld()
    {
        ForeignBlocks += Held.Count;
        Held.Clear();
        Place.Settle(null);
    }

    private static UInt128? UidOf(in ReadOnlySequence<byte> uid)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (uid.Length != bytes.Length)
        {
            return null;
        }

        uid.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private enum Owner
    {
        Unknown,
        Contact,
        Another,
    }
}

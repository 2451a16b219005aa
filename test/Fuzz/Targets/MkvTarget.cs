using System.Text;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Kvs.Matroska;
using SonicBridge.Contracts;
using SonicBridge.Fuzz.Mutation;
using static SonicBridge.Fuzz.Targets.OracleException;

namespace SonicBridge.Fuzz.Targets;

/// <summary>The caller's stream: the parser, and the filter that decides whose voice it is.</summary>
internal sealed class MkvTarget : IFuzzTarget
{
    private const int HeaderBytes = 12;

    // Small, so that inputs of a few kilobytes reach them.
    private static readonly MkvLimits s_limits = new() { Block = 1500, Description = 700 };
    private static readonly ContactId s_contact = ContactId.Parse("5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e");

    private readonly MkvReading _whole = new();
    private readonly MkvReading _pieces = new();

    public string Name => "mkv";

    public string Oracle =>
        "read in pieces it gives the items, the voice and the refusal that it gives whole; nothing but InvalidMediaException; no more kept than an element";

    public IReadOnlyDictionary<string, string[]> Code { get; } =
        new Dictionary<string, string[]> { ["bridge"] = ["SonicBridge.Bridge.Kvs."] };

    public IReadOnlyList<byte[]> Dictionary { get; } =
    [
        .. Words.Hex(
            "1A45DFA3",
            "18538067",
            "1549A966",
            "1654AE6B",
            "1254C367",
            "1F43B675",
            "7373",
            "67C8",
            "45A3",
            "4487",
            "73A4",
            "2AD7B1",
            "536E",
            "4282",
            "114D9B74",
            "01FFFFFFFFFFFFFF",
            "E781",
            "A385",
            "A084",
            "A185",
            "AE88",
            "D78101",
            "EC80",
            "BF84"
        ),
        .. Words.Utf8(
            "matroska",
            "AUDIO_FROM_CUSTOMER",
            "ContactId",
            "AWS_KINESISVIDEO_FRAGMENT_NUMBER",
            "AWS_KINESISVIDEO_MILLIS_BEHIND_NOW",
            "AWS_KINESISVIDEO_ERROR_CODE",
            "AWS_KINESISVIDEO_ERROR_ID",
            "4506",
            s_contact.ToString()
        ),
    ];

    public int LongestInput => 4096;

    // Twice the held blocks' first buffer, and a little for each item.
    public long MostAllocated(int length) => 400_000 + (400L * length);

    public IEnumerable<byte[]> Seeds(string repository) => [];

    public void Run(ReadOnlySpan<byte> input)
    {
        var bytes = input.ToArray();
        _whole.Read(bytes, s_limits, s_contact, null);
        _pieces.Read(bytes, s_limits, s_contact, new Chance(Chance.Of(input)));
        Hold(_whole.Refusal == _pieces.Refusal, $"Whole: {_whole.Refusal ?? "read"}; in pieces: {_pieces.Refusal}.");
        Hold(_whole.Items.SequenceEqual(_pieces.Items), "In pieces the stream has other items than whole.");
        Hold(_whole.Voice.SequenceEqual(_pieces.Voice), "In pieces another voice is passed on than whole.");
        Hold(
            (_whole.Offset, _whole.MayEnd) == (_pieces.Offset, _pieces.MayEnd),
            "In pieces the parser stands elsewhere at the end than whole."
        );
        Hold(_whole.Offset <= bytes.Length, "The parser stands behind the stream's end.");
        Hold(
            _pieces.MostKept <= Math.Max(s_limits.Block, s_limits.Description) + HeaderBytes,
            $"{_pieces.MostKept} bytes had to be kept for one element."
        );
    }
}

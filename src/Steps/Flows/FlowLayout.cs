using System.Globalization;
using System.Text;

namespace SonicBridge.Steps.Flows;

/// <summary>
/// Where new actions stand in the editor: in rows below all that is there, one for each loop, its shares of calls at the
/// left.
/// </summary>
internal sealed class FlowLayout
{
    // A block is some 200 wide and, with three branches, as high; the loop's own blocks stand 240 and 300 apart.
    private const int Column = 300;
    private const int Line = 220;
    private const int RowHeight = 900;

    // Of contactflows/nova-sonic-call.json.
    private const int LoopLeft = 160;
    private const int LoopTop = 40;

    private readonly int _left;
    private int _top;

    private FlowLayout(int left, int top) => (_left, _top) = (left, top);

    /// <summary>The room below the actions that stay.</summary>
    public static FlowLayout Below(FlowDocument flow, Func<string, bool> stays)
    {
        var places = (flow.Root["Metadata"]?["ActionMetadata"]?.Members ?? [])
            .Where(member => stays(member.Name))
            .Select(member => member.Value["position"])
            .ToList();
        var lefts = places.Select(place => Number(flow, place?["x"])).OfType<double>().ToList();
        var tops = places.Select(place => Number(flow, place?["y"])).OfType<double>().ToList();
        return new FlowLayout(
            lefts.Count > 0 ? (int)lefts.Min() : LoopLeft,
            tops.Count > 0 ? (int)tops.Max() + Column : LoopTop
        );
    }

    /// <summary>Puts a loop, and the shares of calls that lead to it, into the next row.</summary>
    public IEnumerable<NewAction> Place(IReadOnlyList<NewAction> shares, IReadOnlyList<NewAction> loop)
    {
        var left = shares.Count > 0 ? _left + Column : _left;
        var top = _top;
        _top += Math.Max(RowHeight, shares.Count * Line);
        return shares
            .Select((share, line) => share.MovedBy(_left, top + (line * Line)))
            .Concat(loop.Select(action => action.MovedBy(left - LoopLeft, top - LoopTop)))
            .ToList();
    }

    private static double? Number(FlowDocument flow, JsonPart? part) =>
        part is not null
        && double.TryParse(
            Encoding.UTF8.GetString(flow.Json.Span[part.Start..part.End]),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        )
        // Beyond this nobody finds a block, nor does an int hold it.
        && Math.Abs(number) < 1_000_000
            ? number
            : null;
}

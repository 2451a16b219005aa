namespace SonicBridge.Local.View.Graph;

/// <summary>Puts the columns side by side, in the order in which arrows cross least.</summary>
internal sealed class ColumnPlacement(FlowOrder order, ColumnPlan columns, IReadOnlyDictionary<string, Block> blocks)
{
    private const float Gap = 22;
    private const float ArrowWidth = 12;

    // Beyond that there are too many orders to try them all.
    private const int MostTried = 6;

    private const float BoxInTheWay = 1000;
    private const float ArrowInTheWay = 60;
    private const float WidthWeight = 0.02f;
    private const float LengthWeight = 0.01f;

    private readonly int _rows = columns.All.Max(static column => column.LastRow) + 1;

    public void Place()
    {
        foreach (var side in new[] { -1, 1 })
        {
            var own = columns.All.Where(column => column.Side == side).ToList();
            var best = own.Count is 0 or > MostTried ? own : Orders(own).MinBy(tried => Cost(tried, side))!;
            Put(best, side);
        }
    }

    private float WidthIn(Column column, int row) =>
        column.StateIn(row) is { } state ? blocks[state].Width : ArrowWidth;

    private void Put(IReadOnlyList<Column> own, int side)
    {
        var edges = new float[_rows];
        var main = columns.All[0];
        foreach (var row in main.Rows)
        {
            edges[row] = WidthIn(main, row) / 2;
        }

        foreach (var column in own)
        {
            var away = column.Rows.Max(row => edges[row] + Gap + (WidthIn(column, row) / 2));
            column.Centre = side * away;
            foreach (var row in column.Rows)
            {
                edges[row] = away + (WidthIn(column, row) / 2);
            }
        }
    }

    private float Cost(IReadOnlyList<Column> own, int side)
    {
        Put(own, side);
        var cost = own.Max(static column => Math.Abs(column.Centre)) * WidthWeight;
        foreach (var way in order.Transitions)
        {
            if (columns.Through(way) is not { } through || through.Side != side)
            {
                continue;
            }

            var from = columns.Of(way.From);
            var row = order.Row(way.From);
            if (from.Side == 0 || from.Side == side)
            {
                cost += Math.Abs(from.Centre - through.Centre) * LengthWeight;
                cost += own.Where(other => other != from && other != through && other.Has(row))
                    .Where(other => IsBetween(other.Centre, from.Centre, through.Centre))
                    .Sum(other => other.StateIn(row) is null ? ArrowInTheWay : BoxInTheWay);
            }
        }

        return cost;
    }

    private static bool IsBetween(float x, float one, float other) =>
        x > Math.Min(one, other) && x < Math.Max(one, other);

    private static IEnumerable<IReadOnlyList<Column>> Orders(List<Column> all)
    {
        if (all.Count <= 1)
        {
            return [all];
        }

        return all.SelectMany(first =>
            Orders([.. all.Where(other => other != first)]).Select(rest => (IReadOnlyList<Column>)[first, .. rest])
        );
    }
}

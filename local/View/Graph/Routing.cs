namespace SonicBridge.Local.View.Graph;

/// <summary>Leads each arrow of a flow around the boxes: along columns, and across where no box is.</summary>
internal sealed class Routing(FlowOrder order, ColumnPlan columns, IReadOnlyDictionary<string, Block> blocks, Rows rows)
{
    // So far below the middle of its side a state is entered that leads to itself.
    private const float OwnEntry = 8;

    public Draft Of(Transition way)
    {
        if (columns.IsStraight(way))
        {
            return new Draft().To(Centre(way.From), Bottom(way.From)).To(Centre(way.To), Top(way.To));
        }

        if (order.IsLoop(way.To) && order.Row(way.From) == order.Row(way.To))
        {
            return Beside(way);
        }

        if (columns.Through(way) is not { } through)
        {
            return Enter(new Draft().To(Port(way, Centre(way.To)), Bottom(way.From)), way.To);
        }

        return order.IsBack(way) ? Back(way, through) : Down(way, through);
    }

    private Draft Beside(Transition way)
    {
        var (from, to) = (Centre(way.From), Centre(way.To));
        if (!IsBlocked(order.Row(way.From), from, to))
        {
            // Both are in the middle of the row, however high they are.
            return new Draft()
                .To(SideTowards(way.From, to), Middle(way.From))
                .To(SideTowards(way.To, from), Middle(way.To));
        }

        var port = Port(way, to);
        var track = rows.Reserve(order.Row(way.From) + 1, port, to, way.To);
        return new Draft()
            .To(port, Bottom(way.From))
            .To(port, () => track.Y)
            .To(to, () => track.Y)
            .To(to, Bottom(way.To));
    }

    private Draft Down(Transition way, Column through)
    {
        var draft = Leave(way, through.Centre);
        return columns.Of(way.To) == through ? draft.To(through.Centre, Top(way.To)) : Enter(draft, way.To);
    }

    private Draft Back(Transition way, Column through)
    {
        var x = through.Centre;
        var draft = order.IsLoop(way.From) ? new Draft().To(x, Top(way.From)) : Leave(way, x);
        var row = order.Row(way.To);
        if (IsBlocked(row, x, Centre(way.To)))
        {
            return Enter(draft, way.To);
        }

        var side = SideY(way.To);
        var below = way.From == way.To ? OwnEntry : 0;
        return draft.To(x, () => side() + below).To(SideTowards(way.To, x), () => side() + below);
    }

    // By the side where nothing stands between, else by the bottom and across below the row.
    private Draft Leave(Transition way, float x)
    {
        var row = order.Row(way.From);
        if (!IsBlocked(row, Centre(way.From), x))
        {
            return new Draft().To(SideTowards(way.From, x), SideY(way.From)).To(x, SideY(way.From));
        }

        var port = Port(way, x);
        var track = rows.Reserve(row + 1, port, x, way.To);
        return new Draft().To(port, Bottom(way.From)).To(port, () => track.Y).To(x, () => track.Y);
    }

    // Across above the state's row, and down to the middle of its box.
    private Draft Enter(Draft draft, string state)
    {
        var track = rows.Reserve(order.Row(state), draft.X, Centre(state), state);
        return draft.To(draft.X, () => track.Y).To(Centre(state), () => track.Y).To(Centre(state), Top(state));
    }

    private bool IsBlocked(int row, float from, float to)
    {
        var (left, right) = (Math.Min(from, to), Math.Max(from, to));
        return columns.All.Any(column =>
            column.StateIn(row) is { } state
            && column.Centre != from
            && column.Centre != to
            && column.Centre + (blocks[state].Width / 2) > left
            && column.Centre - (blocks[state].Width / 2) < right
        );
    }

    // The middle of the bottom is for the way on; others leave on the side to which they turn.
    private float Port(Transition way, float towards)
    {
        var centre = Centre(way.From);
        return way.Kind == TransitionKind.Next
            ? centre
            : centre + (Math.Sign(towards - centre) * blocks[way.From].Width / 4);
    }

    private float Centre(string state) => columns.Of(state).Centre;

    private float SideTowards(string state, float x) =>
        Centre(state) + (Math.Sign(x - Centre(state)) * blocks[state].Width / 2);

    private Func<float> Top(string state) => () => rows.AreaOf(blocks[state], 0).Top;

    private Func<float> Bottom(string state) => () => rows.AreaOf(blocks[state], 0).Bottom;

    private Func<float> Middle(string state) => () => rows.AreaOf(blocks[state], 0).Top + (blocks[state].Height / 2);

    private Func<float> SideY(string state) => () => rows.AreaOf(blocks[state], 0).Top + blocks[state].SideAt;
}

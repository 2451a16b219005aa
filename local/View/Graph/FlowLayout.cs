using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.View.Graph;

/// <summary>Places a flow: the main path in the middle, what fails to its right, what else branches off to its left.</summary>
internal static class FlowLayout
{
    /// <param name="measure">How much room a state's own words take.</param>
    public static FlowPlan Of(StateFlow flow, Func<State, Area> measure)
    {
        var order = new FlowOrder(flow);
        var blocks = Blocks(flow, measure);
        var columns = new ColumnPlan(order);
        new ColumnPlacement(order, columns, blocks).Place();
        var rows = new Rows(order, blocks);
        var routing = new Routing(order, columns, blocks, rows);
        var drafts = order.Transitions.Select(way => (Way: way, Draft: routing.Of(way))).ToList();
        rows.Settle();

        var boxes = new List<PlacedState>();
        var routes = new List<Route>();
        foreach (var block in blocks.Values)
        {
            var area = rows.AreaOf(block, columns.Of(block.State.Name).Centre);
            boxes.Add(new PlacedState(block.State, area));
            foreach (var inner in block.Inner.Select(plan => plan.MovedBy(area.Left, area.Top)))
            {
                boxes.AddRange(inner.Boxes);
                routes.AddRange(inner.Routes);
            }
        }

        routes.AddRange(drafts.Select(static draft => new Route(draft.Way, draft.Draft.Corners())));
        return Trimmed(boxes, routes, rows.Height);
    }

    // Boxes of one flow have one width, unless they hold others.
    private static Dictionary<string, Block> Blocks(StateFlow flow, Func<State, Area> measure)
    {
        var blocks = flow.States.Values.Select(state => Block.Of(state, measure)).ToList();
        var width = blocks
            .Where(static block => block.Inner.Count == 0)
            .Select(static b => b.Width)
            .DefaultIfEmpty()
            .Max();
        return blocks.ToDictionary(
            static block => block.State.Name,
            block => block.Inner.Count == 0 ? block with { Width = width } : block,
            StringComparer.Ordinal
        );
    }

    private static FlowPlan Trimmed(List<PlacedState> boxes, List<Route> routes, float height)
    {
        var xs = routes.SelectMany(static route => route.Corners).Select(static corner => corner.X).ToList();
        var left = xs.Concat(boxes.Select(static box => box.Area.Left)).Min();
        var right = xs.Concat(boxes.Select(static box => box.Area.Right)).Max();
        return new FlowPlan(right - left, height, boxes, routes).MovedBy(-left, 0);
    }
}

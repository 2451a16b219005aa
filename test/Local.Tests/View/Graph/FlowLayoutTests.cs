using CsCheck;
using SonicBridge.Local.StepFunctions.Language;
using SonicBridge.Local.View.Graph;

namespace SonicBridge.Local.Tests.View.Graph;

public sealed class FlowLayoutTests
{
    // Arrows end on edges, which are reached by sums of many numbers.
    private const float Tolerance = 0.05f;

    [Fact]
    public void Every_state_of_any_flow_has_a_place_on_the_sheet() =>
        AFlow.Any.Sample(
            flow =>
            {
                var plan = Plan(flow);
                plan.Boxes.Select(static box => box.State.Name)
                    .Order(StringComparer.Ordinal)
                    .ShouldBe(NamesIn(flow).Order(StringComparer.Ordinal));
                var sheet = new Area(
                    -Tolerance,
                    -Tolerance,
                    plan.Width + (2 * Tolerance),
                    plan.Height + (2 * Tolerance)
                );
                plan.Boxes.ShouldAllBe(box => sheet.Contains(box.Area));
                plan.Routes.SelectMany(static route => route.Corners)
                    .ShouldAllBe(corner => sheet.Contains(new Area(corner.X, corner.Y, 0, 0)));
            },
            iter: 2000
        );

    [Fact]
    public void No_box_of_any_flow_lies_on_another_unless_it_is_within_it() =>
        AFlow.Any.Sample(
            flow =>
            {
                var boxes = Plan(flow).Boxes;
                for (var i = 0; i < boxes.Count; i++)
                {
                    foreach (var other in boxes.Skip(i + 1).Where(other => other.Area.Overlaps(boxes[i].Area)))
                    {
                        boxes[i].Area.Contains(other.Area).ShouldBeTrue();
                        NamesWithin(boxes[i].State).ShouldContain(other.State.Name);
                    }
                }
            },
            iter: 2000
        );

    [Fact]
    public void Every_arrow_of_any_flow_leads_from_its_state_to_the_next_and_through_no_other() =>
        AFlow.Any.Sample(
            flow =>
            {
                var plan = Plan(flow);
                var areas = plan.Boxes.ToDictionary(
                    static box => box.State.Name,
                    static box => box.Area,
                    StringComparer.Ordinal
                );
                var leaves = plan.Boxes.Where(static box => !NamesWithin(box.State).Any()).ToList();
                foreach (var route in plan.Routes)
                {
                    IsOnEdge(areas[route.Way.From], route.Corners[0]).ShouldBeTrue($"{route.Way} begins elsewhere");
                    IsOnEdge(areas[route.Way.To], route.Corners[^1]).ShouldBeTrue($"{route.Way} ends elsewhere");
                    foreach (var (from, to) in route.Corners.Zip(route.Corners.Skip(1)))
                    {
                        leaves
                            .Where(box => Shrunk(box.Area).Overlaps(Stretch(from, to)))
                            .ShouldBeEmpty($"{route.Way} crosses a state");
                    }
                }
            },
            iter: 2000
        );

    [Fact]
    public void What_only_waits_and_leads_back_stands_beside_the_choice_that_it_comes_from()
    {
        var machine = new RepositoryRun().Machines.Machines.Single(known => known.Name == "nova-sonic-migrate");

        var areas = Plan(machine.Definition)
            .Boxes.ToDictionary(static box => box.State.Name, static box => box.Area, StringComparer.Ordinal);

        var (wait, choice) = (areas["WaitForStack"], areas["IsStackDeployed"]);
        (wait.Top + wait.Bottom).ShouldBe(choice.Top + choice.Bottom, Tolerance);
        wait.Right.ShouldBeLessThan(choice.Left);
        areas["Migrated"].Top.ShouldBeGreaterThan(areas["WriteReport"].Bottom);
        areas["RollBack"].Left.ShouldBeGreaterThan(areas["WriteReport"].Right);
    }

    private static FlowPlan Plan(StateFlow flow) =>
        FlowLayout.Of(flow, static state => new Area(0, 0, 80 + (state.Name.Length * 4), 30 + (state.Name.Length * 2)));

    private static IEnumerable<string> NamesIn(StateFlow flow) =>
        flow.States.Values.SelectMany(state => NamesWithin(state).Prepend(state.Name));

    private static IEnumerable<string> NamesWithin(State state) =>
        state switch
        {
            ParallelState parallel => parallel.Branches.SelectMany(NamesIn),
            MapState map => NamesIn(map.ItemProcessor),
            _ => [],
        };

    private static Area Shrunk(Area area) =>
        new(area.Left + Tolerance, area.Top + Tolerance, area.Width - (2 * Tolerance), area.Height - (2 * Tolerance));

    private static Area Stretch(Corner from, Corner to) =>
        new(
            Math.Min(from.X, to.X) - 0.01f,
            Math.Min(from.Y, to.Y) - 0.01f,
            Math.Abs(from.X - to.X) + 0.02f,
            Math.Abs(from.Y - to.Y) + 0.02f
        );

    private static bool IsOnEdge(Area area, Corner corner) =>
        new Area(
            area.Left - Tolerance,
            area.Top - Tolerance,
            area.Width + (2 * Tolerance),
            area.Height + (2 * Tolerance)
        ).Contains(new Area(corner.X, corner.Y, 0, 0)) && !Shrunk(area).Contains(new Area(corner.X, corner.Y, 0, 0));
}

using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.View.Graph;

/// <summary>Where each state and each arrow of a flow is, those within its states included.</summary>
/// <param name="Boxes">What holds others comes before them.</param>
internal sealed record FlowPlan(
    float Width,
    float Height,
    IReadOnlyList<PlacedState> Boxes,
    IReadOnlyList<Route> Routes
)
{
    public FlowPlan MovedBy(float x, float y) =>
        this with
        {
            Boxes = [.. Boxes.Select(box => box with { Area = box.Area.MovedBy(x, y) })],
            Routes =
            [
                .. Routes.Select(route => route with { Corners = [.. route.Corners.Select(c => c.MovedBy(x, y))] }),
            ],
        };
}

/// <summary>A state's box.</summary>
internal sealed record PlacedState(State State, Area Area);

/// <summary>An arrow, corner by corner.</summary>
internal sealed record Route(Transition Way, IReadOnlyList<Corner> Corners);

using SkiaSharp;
using SonicBridge.Local.StepFunctions.History;
using SonicBridge.Local.StepFunctions.Language;
using SonicBridge.Local.StepFunctions.Running;
using SonicBridge.Local.View.Timeline;

namespace SonicBridge.Local.View.Graph;

/// <summary>Draws an execution as its state machine's graph: which way it took, how long each state took, what failed.</summary>
public static class ExecutionGraph
{
    private const float LeastWidth = 800;

    private static readonly SKColor s_taken = new(0x37, 0x41, 0x51);
    private static readonly SKColor s_possible = new(0xd3, 0xd8, 0xdf);

    /// <summary>Draws one execution and writes the picture as PNG.</summary>
    /// <param name="definition">What it ran.</param>
    /// <param name="execution">Over, or still on its way.</param>
    public static void Draw(StateMachineDefinition definition, Execution execution, Stream png) =>
        Draw(definition, execution.Machine.Name, execution.History.Events, png);

    /// <summary>Draws one execution by its history and writes the picture as PNG.</summary>
    /// <param name="title">What stands above it.</param>
    public static void Draw(
        StateMachineDefinition definition,
        string title,
        IReadOnlyList<HistoryEvent> history,
        Stream png
    )
    {
        var passage = Passage.Of(history);
        using var lettering = new Lettering();
        var boxes = new BoxDrawing(passage, lettering);
        var plan = FlowLayout.Of(definition, boxes.Measure);
        var width = Math.Max(LeastWidth, plan.Width + (2 * GraphFrame.Margin));
        var frame = new GraphFrame(title, passage, width, lettering);
        plan = plan.MovedBy((width - plan.Width) / 2, frame.HeadHeight);
        using var sheet = new GraphSheet(width, frame.HeadHeight + plan.Height + GraphFrame.FootHeight, lettering);
        frame.Draw(sheet, frame.HeadHeight + plan.Height);
        foreach (var box in plan.Boxes)
        {
            boxes.Draw(sheet, box);
        }

        // The way that was taken lies on top of those that were not.
        foreach (var route in plan.Routes.OrderBy(route => passage.Took(route.Way)))
        {
            var taken = passage.Took(route.Way);
            sheet.Arrow(route.Corners, taken ? s_taken : s_possible, taken ? 1.8f : 1.2f);
        }

        sheet.Save(png);
    }
}

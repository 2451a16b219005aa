using System.Globalization;
using SkiaSharp;
using SonicBridge.Local.StepFunctions.History;
using SonicBridge.Local.StepFunctions.Language;
using SonicBridge.Local.StepFunctions.Running;
using SonicBridge.Local.View.Timeline;

namespace SonicBridge.Local.View.Graph;

/// <summary>Draws an execution as its state machine's graph: which way it took, how long each state took, what failed.</summary>
public static class ExecutionGraph
{
    private const float Margin = 36;
    private const float Header = 104;
    private const float LeastWidth = 800;
    private const float TitleSize = 22;
    private const float FactSize = 13;
    private const string BarMeaning = "The bar in a box is the whole execution, its dark part the state's own time.";

    private static readonly SKColor s_ink = new(0x1f, 0x29, 0x37);
    private static readonly SKColor s_faint = new(0x6b, 0x72, 0x80);
    private static readonly SKColor s_taken = new(0x37, 0x41, 0x51);
    private static readonly SKColor s_possible = new(0xdd, 0xe1, 0xe7);

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
        var width = Math.Max(LeastWidth, plan.Width + (2 * Margin));
        plan = plan.MovedBy((width - plan.Width) / 2, Header);
        using var sheet = new GraphSheet(width, Header + plan.Height + Margin, lettering);
        Head(sheet, lettering, title, passage, width);
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

    private static void Head(GraphSheet sheet, Lettering lettering, string title, Passage passage, float width)
    {
        var room = width - (2 * Margin);
        sheet.Text(lettering.Shorten(title, TitleSize, room), Margin, 40, TitleSize, s_ink, SKTextAlign.Left);
        var (end, colours) = passage.End switch
        {
            StayEnd.Passed => ("succeeded", StateColours.Passed),
            StayEnd.Failed => ("failed", StateColours.Failed),
            StayEnd.Stopped => ("was stopped", StateColours.Stopped),
            _ => ("still runs", StateColours.Running),
        };
        var began = passage.Began.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var told = $"{end} after {Words.Of(passage.Length)}";
        sheet.Text(told, Margin, 62, FactSize, colours.Edge, SKTextAlign.Left);
        var x = Margin + lettering.Measure($"{told}  ", FactSize);
        sheet.Text($"· began {began} UTC. {BarMeaning}", x, 62, FactSize, s_faint, SKTextAlign.Left);
    }
}

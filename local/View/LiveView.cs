using SonicBridge.Local.Call;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SonicBridge.Local.View;

/// <summary>The call on one screen of a terminal: both voices, the words, and what the machinery does.</summary>
public sealed class LiveView : ICallView
{
    private const double Silence = -60;
    private const int NeedleWidth = 24;
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly List<JournalEntry> _words = [];
    private readonly List<JournalEntry> _steps = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly IAnsiConsole _console;
    private readonly Task _drawing;
    private (double Caller, double Agent) _levels = (Silence, Silence);

    public LiveView(IAnsiConsole console, TimeProvider time)
    {
        _console = console;
        _drawing = console.Live(Draw()).AutoClear(false).StartAsync(context => DrawAsync(context, time));
    }

    /// <summary>Whether a terminal can draw over itself and has room for it.</summary>
    public static bool CanBeShown(IAnsiConsole console) =>
        console.Profile is { Capabilities: { Interactive: true, Ansi: true }, Width: >= 60, Height: >= 18 };

    public void Show(JournalEntry entry)
    {
        lock (_lock)
        {
            (entry.Lane is Lane.Caller or Lane.Agent ? _words : _steps).Add(entry);
        }
    }

    public void ShowLevels(double caller, double agent)
    {
        lock (_lock)
        {
            _levels = (caller, agent);
        }
    }

    /// <summary>Ends the live part and writes below it.</summary>
    public void Say(string line)
    {
        Close();
        _console.WriteLine(line);
    }

    public void Dispose()
    {
        Close();
        _closing.Dispose();
    }

    private void Close()
    {
        _closing.Cancel();
        _drawing.GetAwaiter().GetResult();
    }

    private async Task DrawAsync(LiveDisplayContext context, TimeProvider time)
    {
        using var ticks = new PeriodicTimer(Refresh, time);
        try
        {
            while (await ticks.WaitForNextTickAsync(_closing.Token))
            {
                context.UpdateTarget(Draw());
            }
        }
        catch (OperationCanceledException)
        {
            context.UpdateTarget(Draw());
        }
    }

    private Rows Draw()
    {
        lock (_lock)
        {
            var rows = Math.Max(4, (_console.Profile.Height - 10) / 2);
            return new Rows(
                new Grid()
                    .AddColumns(2)
                    .AddRow(new Markup("[bold]caller[/]"), Needle(_levels.Caller, Color.DeepSkyBlue1))
                    .AddRow(new Markup("[bold]agent[/]"), Needle(_levels.Agent, Color.Orange1)),
                new Panel(Lines(_words, rows)).Header(" conversation ").Expand(),
                new Panel(Lines(_steps, rows)).Header(" what happens ").Expand()
            );
        }
    }

    private static Markup Needle(double level, Color colour)
    {
        var share = Math.Clamp((level - Silence) / -Silence, 0, 1);
        var full = (int)Math.Round(share * NeedleWidth);
        return new Markup(new string('█', full), new Style(colour)) { Overflow = Overflow.Crop };
    }

    private static Rows Lines(List<JournalEntry> entries, int most) =>
        new(entries.TakeLast(most).Select(Line).DefaultIfEmpty(new Text("…")));

    private static IRenderable Line(JournalEntry entry)
    {
        var took = entry.Duration > TimeSpan.Zero ? $" [grey]({entry.Duration.TotalMilliseconds:N0} ms)[/]" : "";
        return new Markup(
            $"[grey]{entry.At.TotalSeconds, 6:F2} s[/] [{Colour(entry.Lane)}]{entry.Lane.ToString().ToLowerInvariant(), -9}[/] {Markup.Escape(entry.Text)}{took}"
        )
        {
            Overflow = Overflow.Ellipsis,
        };
    }

    private static string Colour(Lane lane) =>
        lane switch
        {
            Lane.Caller => "deepskyblue1",
            Lane.Agent => "orange1",
            Lane.Flow => "mediumpurple2",
            Lane.Lambda => "yellow3",
            Lane.Execution => "green3",
            Lane.Moment => "bold red1",
            _ => "hotpink",
        };
}

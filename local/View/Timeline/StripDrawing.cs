using SkiaSharp;
using SonicBridge.Local.Call;

namespace SonicBridge.Local.View.Timeline;

/// <summary>Draws one strip of a call: both voices with their words, the waits between them, the machinery beneath.</summary>
internal sealed class StripDrawing
{
    private const float VoiceHeight = 84;
    private const float WordsHeight = 74;
    private const float BeforeMachinery = 16;
    private const float RowHeight = 20;
    private const float BetweenLanes = 12;
    private const float AxisHeight = 42;
    private const float WordSize = 13;
    private const float NarrowestWords = 60;
    private const int WordLines = 3;

    private static readonly SKColor Rule = new(0xe5, 0xe7, 0xeb);
    private static readonly SKColor CallerColour = new(0x02, 0x84, 0xc7);
    private static readonly SKColor AgentColour = new(0xea, 0x58, 0x0c);

    private static readonly SKColor MomentColour = new(0xf8, 0x71, 0x71);

    private static readonly (Lane Lane, SKColor Colour)[] Machinery =
    [
        (Lane.Moment, new SKColor(0xfc, 0xa5, 0xa5)),
        (Lane.Flow, new SKColor(0xc4, 0xb5, 0xfd)),
        (Lane.Lambda, new SKColor(0xfd, 0xe0, 0x8a)),
        (Lane.Execution, new SKColor(0xa7, 0xf3, 0xd0)),
        (Lane.Bridge, new SKColor(0xf9, 0xa8, 0xd4)),
    ];

    private readonly CallPicture _call;
    private readonly Strip _strip;
    private readonly Lettering _lettering;
    private readonly List<Speech> _callerSpeech;
    private readonly List<Speech> _answers;
    private readonly List<(Lane Lane, SKColor Colour, IReadOnlyList<Bar> Bars)> _lanes;

    public StripDrawing(CallPicture call, Strip strip, Lettering lettering)
    {
        (_call, _strip, _lettering) = (call, strip, lettering);
        _callerSpeech = Speech.In(call.Caller.Span);
        _answers = Prompts(call) is { Count: > 0 } prompts ? prompts : Speech.In(call.Agent.Span);
        _lanes =
        [
            .. Machinery
                .Where(lane => lane.Lane is not Lane.Moment || Entries(Lane.Moment).Any())
                .Select(lane => (lane.Lane, lane.Colour, MachineryLane.Of(Entries(lane.Lane), strip, lettering))),
        ];
    }

    public float Height => MachineryTop + _lanes.Sum(static lane => HeightOf(lane.Bars)) + AxisHeight;

    private static float MachineryTop => (2 * (VoiceHeight + WordsHeight)) + BeforeMachinery;

    public void Draw(Sheet sheet, float top)
    {
        Axis(sheet, top, top + Height - AxisHeight);
        Moments(sheet, top, top + MachineryTop);
        var agentTop = top + VoiceHeight + WordsHeight;
        Voice(sheet, Lane.Caller, new Waveform(_call.Caller.Span), top, CallerColour);
        Words(sheet, SpokenWords.OfCaller(Entries(Lane.Caller), _callerSpeech), top + VoiceHeight);
        Voice(sheet, Lane.Agent, new Waveform(_call.Agent.Span), agentTop, AgentColour);
        Words(sheet, SpokenWords.OfAgent(Entries(Lane.Agent), _answers), agentTop + VoiceHeight);
        Waits(sheet, agentTop);
        var y = top + MachineryTop;
        foreach (var (lane, colour, bars) in _lanes)
        {
            Name(sheet, lane, y + 13, Sheet.Ink);
            foreach (var bar in bars)
            {
                var row = y + (bar.Row * RowHeight);
                sheet.Box(bar.From, row, bar.To, row + RowHeight - 3, colour);
                sheet.Text(bar.Label, bar.LabelFrom, row + 13, MachineryLane.LabelSize, Sheet.Ink);
            }

            y += HeightOf(bars);
        }
    }

    private static float HeightOf(IReadOnlyList<Bar> bars) =>
        (bars.Select(bar => bar.Row + 1).DefaultIfEmpty(1).Max() * RowHeight) + BetweenLanes;

    private static void Name(Sheet sheet, Lane lane, float y, SKColor colour) =>
        sheet.Text(lane.ToString().ToLowerInvariant(), Sheet.Left - 12, y, 13, colour, SKTextAlign.Right);

    private IEnumerable<JournalEntry> Entries(Lane lane) => _call.Entries.Where(entry => entry.Lane == lane);

    private void Axis(Sheet sheet, float top, float bottom)
    {
        var step = _strip.Length.TotalSeconds switch
        {
            <= 20 => 1,
            <= 60 => 5,
            <= 300 => 15,
            _ => 60,
        };
        for (var second = (int)Math.Ceiling(_strip.From.TotalSeconds / step) * step; ; second += step)
        {
            var at = TimeSpan.FromSeconds(second);
            if (at > _strip.To)
            {
                return;
            }

            sheet.Line(_strip.X(at), top, _strip.X(at), bottom, Rule);
            sheet.Text($"{second} s", _strip.X(at), bottom + 18, 12, Sheet.Faint, SKTextAlign.Center);
        }
    }

    // Across both voices: what happened then must not be heard in them.
    private void Moments(Sheet sheet, float top, float bottom)
    {
        foreach (var moment in Entries(Lane.Moment).Where(moment => _strip.Has(moment.At)))
        {
            sheet.Line(_strip.X(moment.At), top, _strip.X(moment.At), bottom, MomentColour, 1.5f);
        }
    }

    private void Voice(Sheet sheet, Lane lane, Waveform voice, float top, SKColor colour)
    {
        var middle = top + (VoiceHeight / 2);
        Name(sheet, lane, middle + 5, colour);
        var end = _strip.X(voice.End);
        sheet.Line(Sheet.Left, middle, end, middle, colour.WithAlpha(90));
        for (float x = Sheet.Left; x < end; x += 0.5f)
        {
            var (low, high) = voice.Between(_strip.TimeAt(x), _strip.TimeAt(x + 0.5f));
            if (high > low)
            {
                sheet.Line(x, middle - (high * VoiceHeight / 2), x, middle - (low * VoiceHeight / 2), colour, 0.5f);
            }
        }
    }

    private void Words(Sheet sheet, IReadOnlyList<SpokenWords> words, float top)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!_strip.Has(words[i].At))
            {
                continue;
            }

            var (x, edge) = (_strip.X(words[i].At), (float)Sheet.Width - Sheet.Right);
            var next = i + 1 < words.Count && _strip.Has(words[i + 1].At) ? _strip.X(words[i + 1].At) - 12 : edge;
            // At the sheet's edge the words begin before their voice rather than be cut.
            x = next < edge ? x : Math.Min(x, edge - NarrowestWords * 2);
            if (next - x < NarrowestWords)
            {
                continue;
            }

            var y = top + 18;
            foreach (var line in _lettering.Break(words[i].Text, WordSize, next - x, WordLines))
            {
                sheet.Text(line, x, y, WordSize, Sheet.Ink);
                y += WordSize * 1.3f;
            }
        }
    }

    // The flow speaks too, by its own texts: the agent's words are in the prompts.
    private static List<Speech> Prompts(CallPicture call) =>
        [
            .. call
                .Entries.Where(static entry =>
                    entry.Lane is Lane.Flow
                    && entry.Text.StartsWith("played ", StringComparison.Ordinal)
                    && entry.Text.EndsWith(".wav", StringComparison.Ordinal)
                )
                .Select(static entry => new Speech(entry.At, entry.At + entry.Duration)),
        ];

    private void Waits(Sheet sheet, float agentTop)
    {
        var y = agentTop - 10;
        foreach (var wait in Speech.Waits(_callerSpeech, _answers).Where(wait => _strip.Touches(wait.From, wait.To)))
        {
            var (from, to) = (_strip.X(wait.From), _strip.X(wait.To));
            sheet.Line(from, y, to, y, Sheet.Faint);
            sheet.Line(from, y - 4, from, y + 4, Sheet.Faint);
            sheet.Line(to, y - 4, to, y + 4, Sheet.Faint);
            var text = $"{(wait.To - wait.From).TotalSeconds:F1} s";
            sheet.Text(text, (from + to) / 2, y + 16, 12, Sheet.Faint, SKTextAlign.Center);
        }
    }
}

namespace SonicBridge.Bench.Calls;

/// <summary>What <c>calls</c> measured.</summary>
/// <param name="Machine">Where, and when.</param>
/// <param name="Rounds">How often each figure was taken.</param>
/// <param name="Peer">The name of whom the goals are set beside.</param>
/// <param name="Ours">The bridge's name.</param>
internal sealed record CallsResult(
    string Machine,
    int Rounds,
    string Peer,
    string Ours,
    IReadOnlyList<FigureValues> Figures,
    IReadOnlyList<CurvePoint> Curve,
    IReadOnlyList<Distribution> Distributions
)
{
    public static CallsResult Of(string machine, int rounds, Scoreboard scores) =>
        new(
            machine,
            rounds,
            scores.Peer.Name,
            scores.Ours.Name,
            [
                .. from figure in Figure.All
                from contender in (Contender[])[scores.Peer, scores.Ours]
                let values = scores.Values(figure, contender)
                where values.Count > 0
                select new FigureValues(figure.Name, contender.Name, values),
            ],
            scores.Curve,
            scores.Distributions
        );

    /// <summary>The values of all rounds as they were when they were kept.</summary>
    public Scoreboard ToScoreboard()
    {
        var (peer, ours) = (new Contender(Peer, "", []), new Contender(Ours, "", []));
        var scores = new Scoreboard(peer, ours);
        foreach (var values in Figures)
        {
            if (Figure.All.FirstOrDefault(figure => figure.Name == values.Figure) is { } figure)
            {
                foreach (var value in values.Values)
                {
                    scores.Add(figure, values.Contender == Peer ? peer : ours, value);
                }
            }
        }

        return scores;
    }

    /// <summary>The bridge's point of the curve with so many calls.</summary>
    public CurvePoint OursAt(int calls) => Curve.First(point => point.Contender == Ours && point.Calls == calls);

    /// <summary>The peer's.</summary>
    public CurvePoint PeerAt(int calls) => Curve.First(point => point.Contender == Peer && point.Calls == calls);
}

/// <summary>The values that one figure had, round by round.</summary>
internal sealed record FigureValues(string Figure, string Contender, IReadOnlyList<double> Values);

using System.Diagnostics;
using SonicBridge.Bridge.Telemetry;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Telemetry;

public sealed class CallTraceTests
{
    private const string TraceParent = "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01";

    [Fact]
    public void A_bridge_goes_on_with_the_trace_that_the_calls_start_began()
    {
        var contact = ContactId.New();
        var ended = new List<Activity>();
        using var listener = Listen(contact, ended);
        using (CallTrace.Hold(TraceParent, contact, 2))
        {
            CallTrace.Session()?.Dispose();
            CallTrace.Turn(new TurnMetrics { At = DateTimeOffset.UtcNow, ModelLatency = TimeSpan.FromSeconds(2) });
        }

        ended.Select(static activity => activity.OperationName).ShouldBe(["model session", "turn", "hold call"]);
        ended.ShouldAllBe(static activity => activity.TraceId.ToHexString() == "5759e988bd862e3fe1be46a994272793");
        ended[2].ParentSpanId.ToHexString().ShouldBe("53995c3f42cd8ad8");
        ended[2].GetTagItem("call.generation").ShouldBe(2);
        ended[1].Duration.ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9));
    }

    [Fact]
    public void Without_a_trace_to_go_on_with_it_begins_one()
    {
        var contact = ContactId.New();
        var ended = new List<Activity>();
        using var listener = Listen(contact, ended);
        CallTrace.Hold("nonsense", contact, 1)?.Dispose();
        ended.ShouldHaveSingleItem().ParentSpanId.ShouldBe(default);
    }

    [Fact]
    public void Without_a_collector_nothing_is_sent() => TraceExport.Begin(static _ => null).ShouldBeNull();

    // Tests run side by side: each hears its own call alone.
    private static ActivityListener Listen(ContactId contact, List<Activity> ended)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == CallTrace.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                var root = activity;
                while (root.Parent is { } parent)
                {
                    root = parent;
                }

                if (Equals(root.GetTagItem("call.contact_id"), contact.ToString()))
                {
                    ended.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}

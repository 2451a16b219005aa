using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Calls.Runs;
using SonicBridge.Bench.Polls;

namespace SonicBridge.Bench.Cost;

/// <summary>What a minute of a call costs, from what was measured, what the templates say, and what AWS charges. In US dollars.</summary>
internal sealed class CostModel(
    PriceList prices,
    Deployment deployment,
    Usage usage,
    CallsResult calls,
    PollsResult polls
)
{
    /// <summary>CPU units of a vCPU, as ECS counts.</summary>
    public const int UnitsOfVcpu = 1024;

    private const double MinutesOfHour = 60;

    public Deployment Deployment => deployment;

    public Usage Usage => usage;

    public double Price(string id) => prices.Of(id);

    /// <summary>The calls that ECS puts on an instance, by the CPU that bridges reserve.</summary>
    public int ReservedByCpu => ((usage.Vcpus * UnitsOfVcpu) - deployment.StandbyCpu) / deployment.BridgeCpu;

    /// <summary>The same by the memory that they reserve.</summary>
    public int ReservedByMemory => (usage.InstanceMemory - deployment.StandbyMemory) / deployment.BridgeMemory;

    /// <summary>Both, and as full as managed scaling keeps instances.</summary>
    public int PerInstance => (int)(Math.Min(ReservedByCpu, ReservedByMemory) * deployment.TargetCapacity);

    /// <summary>The calls that an instance would bear by the CPU that each takes.</summary>
    public int BearableByCpu(CurvePoint each) => (int)(usage.Vcpus * 60 * usage.MostCpu / each.MinuteCpu);

    /// <summary>The same by the memory that each holds.</summary>
    public int BearableByMemory(CurvePoint each) => (int)(usage.InstanceMemory * usage.MostMemory / each.Memory);

    public int Bearable(CurvePoint each) => Math.Min(BearableByCpu(each), BearableByMemory(each));

    /// <summary>What the peer could reserve with the same room to spare as the bridge.</summary>
    public int PerInstanceOfPeer => Math.Max(1, PerInstance * Bearable(Peer) / Bearable(Ours));

    /// <summary>The bridge with as many calls as were measured at once.</summary>
    public CurvePoint Ours => calls.OursAt(CurveRun.Most);

    public CurvePoint Peer => calls.PeerAt(CurveRun.Most);

    public PollPoint Poll => polls.Unhurried;

    /// <summary>The smallest Fargate task for a minute.</summary>
    public double Fargate => ((0.25 * Price("fargate-vcpu")) + (0.5 * Price("fargate-gb"))) / MinutesOfHour;

    /// <summary>An instance's share for a minute, when it is as full as it is kept.</summary>
    /// <param name="price">Of an instance for an hour.</param>
    public double Instance(string price) => Price(price) / PerInstance / MinutesOfHour;

    /// <summary>The same for each of so many calls at once, with no instance fewer than there are always.</summary>
    public double Instance(string price, int callsAtOnce, int perInstance) =>
        Instances(callsAtOnce, perInstance) * Price(price) / callsAtOnce / MinutesOfHour;

    /// <summary>How many instances so many calls at once take.</summary>
    public int Instances(int callsAtOnce, int perInstance) =>
        Math.Max(deployment.LeastInstances, (callsAtOnce + perInstance - 1) / perInstance);

    /// <summary>The calls at once above which instances on demand are cheaper than Fargate.</summary>
    public int Bend => Enumerable.Range(1, 10_000).First(n => Instance("ec2-instance", n, PerInstance) < Fargate);

    /// <summary>A minute in which a caller waits at next-prompt: Lambda's time, at the function's memory.</summary>
    public double PollTime(int megabytes) =>
        (60 * megabytes / 1024d * Price("lambda-gb-second")) + (Poll.Invocations * 60 * Price("lambda-request"));

    /// <summary>The same: what the function asks S3 for.</summary>
    public double PollGets => Poll.Gets * 60 * Price("s3-get");

    /// <summary>A call's execution, for each of its minutes.</summary>
    public double Execution => deployment.Transitions * Price("states-transition") / usage.CallMinutes;

    /// <summary>What the bridge itself puts and asks for.</summary>
    public double Folder
    {
        get
        {
            var scores = calls.ToScoreboard();
            return ((scores.Median(Figure.Puts, scores.Ours) ?? 0) * Price("s3-put"))
                + ((scores.Median(Figure.Gets, scores.Ours) ?? 0) * Price("s3-get"));
        }
    }

    public double Media => usage.TrackGigabytes * (Price("kvs-in") + Price("kvs-out"));

    public double Network => usage.NatGigabytes * Price("nat-gb");
}

namespace SonicBridge.Bench.Cost;

/// <summary>What is taken for granted of the calls and of the machine: change it for your own.</summary>
internal sealed record Usage
{
    /// <summary>vCPUs of an instance.</summary>
    public int Vcpus { get; init; } = 2;

    /// <summary>MiB that an instance of 4 GiB offers tasks, about: its registeredResources.</summary>
    public int InstanceMemory { get; init; } = 3700;

    /// <summary>How much of its processor an instance gives the calls before they wait for each other.</summary>
    public double MostCpu { get; init; } = 0.5;

    /// <summary>How much of its memory.</summary>
    public double MostMemory { get; init; } = 0.8;

    /// <summary>How long a call is, in minutes.</summary>
    public double CallMinutes { get; init; } = 5;

    /// <summary>The share of a call in which the flow waits for the agent, and does not play a prompt.</summary>
    public double Waiting { get; init; } = 0.6;

    /// <summary>GB of a minute of one track: 8,000 samples of two bytes a second.</summary>
    public double TrackGigabytes { get; init; } = 60 * 16_000 / 1e9;

    /// <summary>
    /// GB of a minute that go through the NAT gateway where there are no interface endpoints: the caller's track in, the same as base64
    /// out, and the agent's voice at 24 kHz as base64 in for the rest of the time.
    /// </summary>
    public double NatGigabytes => TrackGigabytes * (1 + (4 / 3d) + ((1 - Waiting) * 3 * 4 / 3d));
}

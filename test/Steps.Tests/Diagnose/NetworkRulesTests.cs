using SonicBridge.Steps.Diagnose;
using SonicBridge.Steps.Verify;

namespace SonicBridge.Steps.Tests.Diagnose;

public sealed class NetworkRulesTests
{
    [Fact]
    public void A_deployment_and_a_call_that_are_well_give_no_finding()
    {
        NetworkRules.Judge(Seen.Well).ShouldBeEmpty();
        NetworkRules.Judge(Seen.WellCall).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("CannotPullContainerError: dial tcp 10.0.0.1:443: i/o timeout", "NAT gateway")]
    [InlineData("CannotPullContainerError: lookup api.ecr: no such host", "DNS")]
    [InlineData("CannotPullContainerError: net/http: TLS handshake timeout", "TLS")]
    [InlineData("ResourceInitializationError: connect: connection refused", "address and port")]
    public void A_registry_that_cannot_be_reached_is_found(string reason, string mend) =>
        Only(Seen.Well.With(Seen.Stopped(null, "TaskFailedToStart", reason))).Mend.ShouldContain(mend);

    [Fact]
    public void An_image_that_is_only_missing_is_no_matter_of_the_network() =>
        NetworkRules
            .Judge(Seen.Well.With(Seen.Stopped(null, "TaskFailedToStart", "CannotPullContainerError: not found")))
            .ShouldBeEmpty();

    [Fact]
    public void Instances_without_a_connection_are_found() =>
        Only(Seen.Well with { Cluster = new ClusterState("c", new Room(3, 1, 2, null), null) })
            .Evidence.ShouldBe("1 of 3 active instances of c are connected.");

    [Fact]
    public void A_cluster_without_instances_is_found() =>
        Only(Seen.Well with { Cluster = new ClusterState("c", new Room(0, 0, 0, null), null) })
            .Cause.ShouldContain("No instance");

    [Theory]
    [InlineData("Target.Timeout", "security group")]
    [InlineData("Target.ResponseCodeMismatch", "/ecs/nova-sonic-standby")]
    public void A_standby_bridge_that_is_not_healthy_is_found(string reason, string mend)
    {
        var found = Only(
            Seen.Well with
            {
                Standby = [.. Seen.Well.Standby!, new StandbyTarget("i-1:32769", "unhealthy", reason, "Failed.")],
            }
        );

        found.Evidence.ShouldBe($"1 of 2: i-1:32769 is unhealthy ({reason}: Failed).");
        found.Mend.ShouldContain(mend);
    }

    [Theory]
    [InlineData("initial")]
    [InlineData("draining")]
    public void A_standby_bridge_that_comes_or_goes_is_well(string state) =>
        NetworkRules
            .Judge(Seen.Well with { Standby = [new StandbyTarget("i-1:1", state, null, null)] })
            .ShouldBeEmpty();

    [Fact]
    public void An_empty_target_group_is_found_and_one_that_could_not_be_read_is_not()
    {
        Only(Seen.Well with { Standby = [] }).Cause.ShouldContain("No standby bridge");
        NetworkRules.Judge(Seen.Well with { Standby = null }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("HttpRequestException: Name or service not known (bedrock-runtime:443)", "DNS")]
    [InlineData("SocketException: Connection timed out", "NAT gateway")]
    public void A_line_of_a_log_that_tells_of_the_network_is_found(string message, string mend)
    {
        Only(Seen.Well.Logged("/ecs/nova-sonic-bridge", message, "warning")).Mend.ShouldContain(mend);
        TaskRules.Judge(Seen.Well.Logged("/ecs/nova-sonic-bridge", message)).ShouldBeEmpty();
    }

    private static Finding Only(Evidence seen)
    {
        var found = NetworkRules.Judge(seen).ShouldHaveSingleItem();
        found.Area.ShouldBe("network");
        return found;
    }
}

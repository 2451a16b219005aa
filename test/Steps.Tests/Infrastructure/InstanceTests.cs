using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Infrastructure;

/// <summary>Instances keep their credentials to themselves, encrypt what they write, and live for as long as their calls.</summary>
public sealed class InstanceTests
{
    private static readonly JsonNode s_group = EcsStack.Properties("AutoScalingGroup");
    private static readonly JsonNode s_launch = EcsStack.Properties("LaunchTemplate")["LaunchTemplateData"]!;
    private static readonly JsonNode s_provider = EcsStack.Properties("CapacityProvider")["AutoScalingGroupProvider"]!;

    [Fact]
    public void Metadata_asks_for_a_token_and_is_out_of_a_containers_reach()
    {
        var options = s_launch["MetadataOptions"]!;

        ((string?)options["HttpTokens"]).ShouldBe("required");
        ((int)options["HttpPutResponseHopLimit"]!).ShouldBe(1);
        ((string?)options["InstanceMetadataTags"]).ShouldBe("disabled");
        UserData().ShouldContain("\nECS_AWSVPC_BLOCK_IMDS=true\n");
    }

    [Fact]
    public void Volumes_logs_and_alarm_messages_are_encrypted()
    {
        var volume = s_launch["BlockDeviceMappings"]!.AsArray().ShouldHaveSingleItem()!["Ebs"]!;
        ((bool)volume["Encrypted"]!).ShouldBeTrue();
        ((string?)volume["VolumeType"]).ShouldBe("gp3");

        const string Key = """{"Ref":"KmsKeyArn"}""";
        EcsStack.OfType("AWS::Logs::LogGroup").Count().ShouldBe(2);
        EcsStack
            .OfType("AWS::Logs::LogGroup")
            .ShouldAllBe(log =>
                log.Properties["KmsKeyId"]!.ToJsonString() == Key && log.Properties["RetentionInDays"] != null
            );
        EcsStack.Properties("AlarmTopic")["KmsMasterKeyId"]!.ToJsonString().ShouldBe(Key);
    }

    [Fact]
    public void The_agent_joins_this_cluster_keeps_images_and_gives_way_to_Spot() =>
        UserData()
            .Split('\n')
            .Where(line => line.StartsWith("ECS_", StringComparison.Ordinal))
            .ShouldBe([
                "ECS_CLUSTER=${Cluster}",
                "ECS_IMAGE_PULL_BEHAVIOR=prefer-cached",
                "ECS_ENABLE_SPOT_INSTANCE_DRAINING=true",
                "ECS_AWSVPC_BLOCK_IMDS=true",
            ]);

    [Fact]
    public void No_instance_boots_before_it_has_a_way_to_ECS()
    {
        // CloudFormation derives the order from references; a DependsOn cannot name what a condition leaves out.
        var network = s_launch["UserData"]!["Fn::Base64"]!["Fn::Sub"]![1]!["Network"]!["Fn::If"]!;

        ((string?)network[0]).ShouldBe("OwnNetwork");
        EcsStack
            .Objects(network[1])
            .Select(node => (string?)node["Ref"])
            .OfType<string>()
            .ShouldBe(["PrivateRoute", "PrivateSubnetARoutes", "PrivateSubnetBRoutes"]);
    }

    [Fact]
    public void Scaling_in_never_takes_an_instance_with_a_call_and_drains_one_that_must_go()
    {
        ((bool)s_group["NewInstancesProtectedFromScaleIn"]!).ShouldBeTrue();
        ((string?)s_provider["ManagedTerminationProtection"]).ShouldBe("ENABLED");
        ((string?)s_provider["ManagedDraining"]).ShouldBe("ENABLED");
        ((string?)s_provider["ManagedScaling"]!["Status"]).ShouldBe("ENABLED");
        // Protection needs managed scaling; weights would make both miscount.
        EcsStack.Objects(s_group).ShouldAllBe(node => !node.ContainsKey("WeightedCapacity"));
    }

    [Fact]
    public void Room_is_kept_for_the_next_caller()
    {
        var target = EcsStack.Read()["Parameters"]!["TargetCapacity"]!;

        ((int)target["Default"]!).ShouldBe(80);
        s_provider["ManagedScaling"]!["TargetCapacity"]!.ToJsonString().ShouldBe("""{"Ref":"TargetCapacity"}""");
    }

    [Fact]
    public void An_update_of_the_stack_neither_replaces_instances_nor_undoes_what_scaling_did()
    {
        var policy = EcsStack.Read()["Resources"]!["AutoScalingGroup"]!["UpdatePolicy"]!.AsObject();

        policy.ShouldHaveSingleItem().Key.ShouldBe("AutoScalingScheduledAction");
        ((bool)policy["AutoScalingScheduledAction"]!["IgnoreUnmodifiedGroupSizeProperties"]!).ShouldBeTrue();
        ((int)s_group["InstanceMaintenancePolicy"]!["MinHealthyPercentage"]!).ShouldBe(100);
    }

    [Fact]
    public void Instances_are_on_demand_unless_told_otherwise_since_a_Spot_interruption_cuts_calls()
    {
        var distribution = s_group["MixedInstancesPolicy"]!["InstancesDistribution"]!;

        distribution["OnDemandPercentageAboveBaseCapacity"]!.ToJsonString().ShouldBe("""{"Ref":"OnDemandPercent"}""");
        ((int)EcsStack.Read()["Parameters"]!["OnDemandPercent"]!["Default"]!).ShouldBe(100);
    }

    [Fact]
    public void Instances_bear_their_name() =>
        s_group["Tags"]!
            .AsArray()
            .Select(tag => $"{tag!["Key"]}={tag["Value"]} {tag["PropagateAtLaunch"]}")
            .ShouldContain("Name=Nova Sonic ECS Instance true");

    [Fact]
    public void Tasks_that_name_no_strategy_run_on_the_capacity_provider()
    {
        var capacity = EcsStack.Properties("ClusterCapacity");

        capacity["CapacityProviders"]!.ToJsonString().ShouldBe("""[{"Ref":"CapacityProvider"}]""");
        capacity["DefaultCapacityProviderStrategy"]!.AsArray().ShouldHaveSingleItem()!["CapacityProvider"]!
            .ToJsonString()
            .ShouldBe("""{"Ref":"CapacityProvider"}""");
        EcsStack.Properties("Cluster")["ClusterSettings"]!
            .ToJsonString()
            .ShouldBe("""[{"Name":"containerInsights","Value":"enabled"}]""");
    }

    private static string UserData() => (string)s_launch["UserData"]!["Fn::Base64"]!["Fn::Sub"]![0]!;
}

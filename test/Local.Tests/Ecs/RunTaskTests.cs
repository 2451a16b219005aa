using System.Text.Json.Nodes;

namespace SonicBridge.Local.Tests.Ecs;

public sealed class RunTaskTests
{
    [Fact]
    public async Task No_room_is_a_failure_in_an_answer_that_succeeds()
    {
        await using var ecs = await AnEcs.With(options: static options => options with { Memory = 100 });

        var first = await ecs.Run();
        var second = await ecs.Run();

        first["tasks"]!.AsArray().Count.ShouldBe(1);
        second["tasks"]!.AsArray().ShouldBeEmpty();
        second["failures"]![0]!["reason"]!.ToString().ShouldBe("RESOURCE:MEMORY");
    }

    [Fact]
    public async Task Room_comes_back_when_a_task_has_stopped()
    {
        await using var ecs = await AnEcs.With(options: static options => options with { Memory = 100 });
        var arn = (await ecs.Run())["tasks"]![0]!["taskArn"]!.ToString();

        await ecs.Stop(arn, "make room");
        await ecs.NextEvent();

        (await ecs.Run())["tasks"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Capacity_provider_takes_a_task_in_and_places_it_when_there_is_room()
    {
        await using var ecs = await AnEcs.With(options: static options =>
            options with
            {
                Memory = 100,
                CapacityProvider = "spare",
            }
        );
        var first = (await ecs.Run())["tasks"]![0]!["taskArn"]!.ToString();
        await ecs.NextLine();

        var waiting = (await ecs.Run(("launchType", null), ("capacityProviderStrategy", Strategy("spare"))))["tasks"]![
            0
        ]!;
        waiting["lastStatus"]!.ToString().ShouldBe("PROVISIONING");
        waiting["capacityProviderName"]!.ToString().ShouldBe("spare");
        waiting["containerInstanceArn"].ShouldBeNull();
        await ecs.Stop(first, "make room");

        (await ecs.NextLine()).ShouldBe("asked to stop");
        (await ecs.NextLine()).ShouldContain("FROM");
        (await ecs.Describe(waiting["taskArn"]!.ToString()))["lastStatus"]!.ToString().ShouldBe("RUNNING");
    }

    [Fact]
    public async Task Same_client_token_is_the_same_task()
    {
        await using var ecs = await AnEcs.With();

        var first = await ecs.Run(("clientToken", "once"));
        var again = await ecs.Run(("clientToken", "once"));
        var other = await ecs.Run(("clientToken", "once"), ("startedBy", "other"));

        again["tasks"]![0]!["taskArn"]!.ToString().ShouldBe(first["tasks"]![0]!["taskArn"]!.ToString());
        other["__type"]!.ToString().ShouldBe("ConflictException");
        ecs.Service.Tasks.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Tasks_are_listed_by_who_started_them()
    {
        await using var ecs = await AnEcs.With();
        var arn = (await ecs.Run(("startedBy", "call-1")))["tasks"]![0]!["taskArn"]!.ToString();
        await ecs.Run(("startedBy", "call-2"));

        var list = await ecs.Call("ListTasks", Cluster(("startedBy", "call-1")));
        var page = await ecs.Call("ListTasks", Cluster(("maxResults", 1)));
        var rest = await ecs.Call(
            "ListTasks",
            Cluster(("maxResults", 1), ("nextToken", page["nextToken"]!.DeepClone()))
        );
        await ecs.Stop(arn, "done");
        await ecs.NextEvent();
        var stopped = await ecs.Call("ListTasks", Cluster(("desiredStatus", "STOPPED")));

        list["taskArns"]!.AsArray().Single()!.ToString().ShouldBe(arn);
        page["taskArns"]!.AsArray().Count.ShouldBe(1);
        rest["taskArns"]!.AsArray().Count.ShouldBe(1);
        rest["nextToken"].ShouldBeNull();
        stopped["taskArns"]!.AsArray().Single()!.ToString().ShouldBe(arn);
    }

    [Fact]
    public async Task Stopped_task_is_remembered_for_an_hour()
    {
        await using var ecs = await AnEcs.With("exit:0");
        var arn = (await ecs.Run())["tasks"]![0]!["taskArn"]!.ToString();
        await ecs.NextEvent();

        ecs.Clock.Advance(TimeSpan.FromMinutes(59));
        (await ecs.Describe(arn))["lastStatus"]!.ToString().ShouldBe("STOPPED");
        ecs.Clock.Advance(TimeSpan.FromMinutes(2));
        await ecs.Run();

        var answer = await ecs.Call("DescribeTasks", Cluster(("tasks", new JsonArray(arn))));
        answer["failures"]![0]!["reason"]!.ToString().ShouldBe("MISSING");
    }

    [Fact]
    public async Task Cluster_counts_its_tasks()
    {
        await using var ecs = await AnEcs.With();
        await ecs.Run();
        await ecs.NextLine();

        var answer = await ecs.Call(
            "DescribeClusters",
            new() { ["clusters"] = new JsonArray("nova-sonic-ecs-cluster", "other") }
        );

        ((int)answer["clusters"]![0]!["runningTasksCount"]!).ShouldBe(1);
        answer["failures"]![0]!["reason"]!.ToString().ShouldBe("MISSING");
    }

    [Fact]
    public async Task New_revision_is_what_the_family_then_names()
    {
        await using var ecs = await AnEcs.With();

        var second = await ecs.Call("RegisterTaskDefinition", JsonNode.Parse(AnEcs.Definition("exit:0"))!.AsObject());
        var newest = await ecs.Call("DescribeTaskDefinition", new() { ["taskDefinition"] = "nova-sonic-bridge" });
        var first = await ecs.Call("DescribeTaskDefinition", new() { ["taskDefinition"] = "nova-sonic-bridge:1" });

        second["taskDefinition"]!["taskDefinitionArn"]!.ToString().ShouldEndWith("task-definition/nova-sonic-bridge:2");
        ((int)newest["taskDefinition"]!["revision"]!).ShouldBe(2);
        ((int)first["taskDefinition"]!["revision"]!).ShouldBe(1);
        first["taskDefinition"]!["containerDefinitions"]![0]!["command"]![0]!.ToString().ShouldBe("task");
    }

    public static TheoryData<string, string, string> Refused =>
        new()
        {
            { """{"cluster":"other"}""", "ClusterNotFoundException", "there is nova-sonic-ecs-cluster" },
            { """{"cluster":null}""", "ClusterNotFoundException", "default" },
            { """{"taskDefinition":"none"}""", "ClientException", "TaskDefinition not found: none." },
            { """{"taskDefinition":"nova-sonic-bridge:7"}""", "ClientException", "not found" },
            { """{"launchType":"FARGATE"}""", "InvalidParameterException", "EC2 instances only" },
            { """{"count":11}""", "InvalidParameterException", "count" },
            { """{"startedBy":"a b"}""", "InvalidParameterException", "startedBy" },
            {
                """{"networkConfiguration":{"awsvpcConfiguration":{"subnets":["s"]}}}""",
                "InvalidParameterException",
                "networkMode"
            },
            {
                """{"overrides":{"containerOverrides":[{"name":"sidecar"}]}}""",
                "InvalidParameterException",
                "sidecar is not a container"
            },
            { """{"overrides":{"containerOverrides":"x"}}""", "InvalidParameterException", "overrides" },
            {
                """{"capacityProviderStrategy":[{"capacityProvider":"x"}]}""",
                "InvalidParameterException",
                "both a launch type and capacity provider"
            },
            {
                """{"launchType":null,"capacityProviderStrategy":[{"capacityProvider":"x"}]}""",
                "InvalidParameterException",
                "provider x was not found"
            },
            { """{"count":"many"}""", "SerializationException", "count" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_ECS_refuses_is_refused_with_its_error(string members, string error, string sentence)
    {
        await using var ecs = await AnEcs.With();
        var changes = JsonNode.Parse(members)!.AsObject();

        var answer = await ecs.Run([.. changes.Select(static pair => (pair.Key, pair.Value?.DeepClone()))]);

        answer["__type"]!.ToString().ShouldBe(error);
        answer["message"]!.ToString().ShouldContain(sentence);
        ecs.Service.Tasks.ShouldBeEmpty();
    }

    [Fact]
    public async Task Overrides_over_8192_characters_are_refused()
    {
        await using var ecs = await AnEcs.With();
        var variable = AnEcs.Variable("TOKEN", new string('x', 8192));
        var container = new JsonObject { ["name"] = "bridge", ["environment"] = new JsonArray(variable) };

        var answer = await ecs.Run(("overrides", new JsonObject { ["containerOverrides"] = new JsonArray(container) }));

        answer["message"]!.ToString().ShouldContain("8192");
    }

    [Theory]
    [InlineData("{}", "Family")]
    [InlineData("""{"family":"f"}""", "Container list cannot be empty")]
    [InlineData("""{"family":"f","containerDefinitions":[{"name":"c","memory":1}]}""", "Container.image")]
    [InlineData("""{"family":"f","containerDefinitions":[{"name":"c","image":"i"}]}""", "'memory'")]
    [InlineData("""{"family":"f","containerDefinitions":"x"}""", "RegisterTaskDefinition takes")]
    public async Task Task_definition_that_is_not_whole_is_refused(string definition, string sentence)
    {
        await using var ecs = await AnEcs.With();

        var answer = await ecs.Call("RegisterTaskDefinition", JsonNode.Parse(definition)!.AsObject());

        answer["__type"]!.ToString().ShouldBe("ClientException");
        answer["message"]!.ToString().ShouldContain(sentence);
    }

    private static JsonArray Strategy(string provider) => new(new JsonObject { ["capacityProvider"] = provider });

    private static JsonObject Cluster(params (string Name, JsonNode? Value)[] members)
    {
        var request = new JsonObject { ["cluster"] = "nova-sonic-ecs-cluster" };
        foreach (var (name, value) in members)
        {
            request[name] = value;
        }

        return request;
    }
}

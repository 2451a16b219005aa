using System.Text.Json.Nodes;
using SonicBridge.Bench.Calls;
using SonicBridge.Bench.Cost;
using SonicBridge.Bench.Polls;

namespace SonicBridge.Bench.Tests.Cost;

public sealed class CostModelTests
{
    private const int Calls = 50;

    [Fact]
    public void What_bridges_reserve_fills_an_instance_by_the_scarcer_of_both()
    {
        var model = Model();

        model.ReservedByCpu.ShouldBe((2048 - 10) / 32);
        model.ReservedByMemory.ShouldBe((3700 - 24) / 48);
        model.PerInstance.ShouldBe(50);
    }

    [Fact]
    public void What_they_use_counts_the_half_of_the_processor_and_most_of_the_memory()
    {
        var model = Model();

        model.BearableByCpu(model.Ours).ShouldBe(240);
        model.BearableByMemory(model.Ours).ShouldBe(370);
        model.Bearable(model.Peer).ShouldBe(60);
        model.PerInstanceOfPeer.ShouldBe(50 * 60 / 240);
    }

    [Fact]
    public void An_instance_is_shared_by_its_calls_and_the_least_number_is_paid_by_few()
    {
        var model = Model();

        model.Instance("ec2-instance").ShouldBe(0.6 / 50 / 60, 1e-12);
        model.Instance("ec2-instance", 1, 50).ShouldBe(2 * 0.6 / 60, 1e-12);
        model.Instance("ec2-instance", 101, 50).ShouldBe(3 * 0.6 / 101 / 60, 1e-12);
    }

    [Fact]
    public void The_bend_is_the_first_number_of_calls_at_which_instances_cost_less_than_Fargate()
    {
        var model = Model();

        model.Instance("ec2-instance", model.Bend, model.PerInstance).ShouldBeLessThan(model.Fargate);
        model.Instance("ec2-instance", model.Bend - 1, model.PerInstance).ShouldBeGreaterThanOrEqualTo(model.Fargate);
    }

    [Fact]
    public void Waiting_is_paid_by_the_memory_and_by_each_look()
    {
        var model = Model();

        model.PollTime(512).ShouldBeGreaterThan(model.PollTime(256));
        model.PollGets.ShouldBe(10 * 60 * 0.0000004, 1e-12);
    }

    [Fact]
    public void A_call_that_goes_well_makes_a_transition_for_its_start_and_for_each_state()
    {
        var machine = JsonNode.Parse(
            """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"},"C":{"Type":"Fail"}}}"""
        )!;

        Deployment.TransitionsOf(machine).ShouldBe(3);
    }

    [Fact]
    public void Every_price_says_where_it_was_read_and_when_or_how_it_was_assumed()
    {
        foreach (var price in PriceList.Read().Prices)
        {
            price.Usd.ShouldBeGreaterThan(0, price.Id);
            (price.Source.Length > 0 ? price.Read : price.Note).ShouldNotBeNullOrEmpty(price.Id);
        }
    }

    [Fact]
    public void The_plan_knows_what_is_needed_of_every_quota_and_when_to_raise_it()
    {
        var result = Results();
        var plan = new ScalePlan(10_000, Model(), result.ToScoreboard(), Polls().Unhurried);
        foreach (var quota in QuotaList.Read().Quotas)
        {
            plan.Of(quota.Id).Need.ShouldBeGreaterThan(0, quota.Id);
        }

        plan.Of("states-heartbeat").Need.ShouldBe(2000);
        var heartbeats = QuotaList.Read().Quotas.Single(static quota => quota.Id == "states-heartbeat");
        ScaleTables.Advice(heartbeats, 2000).ShouldStartWith("**raise it**, 4 ×");
        ScaleTables.Advice(heartbeats, heartbeats.Default / 2).ShouldBe("within it");
    }

    private static CostModel Model() =>
        new(
            new PriceList(
                "nowhere",
                [
                    Price("fargate-vcpu", 0.04),
                    Price("fargate-gb", 0.004),
                    Price("ec2-instance", 0.6),
                    Price("lambda-gb-second", 0.00001),
                    Price("lambda-request", 0.0000002),
                    Price("s3-get", 0.0000004),
                ]
            ),
            new Deployment(32, 48, 10, 24, 0.8, 2, 256, 5),
            new Usage(),
            Results(),
            Polls()
        );

    private static Price Price(string id, double usd) => new(id, id, usd, "", "", "", "a test");

    private static CallsResult Results() =>
        new(
            "a machine",
            1,
            "peer",
            "ours",
            [new FigureValues(Figure.Puts.Name, "ours", [60]), new FigureValues(Figure.Gets.Name, "ours", [60])],
            [
                new CurvePoint("ours", Calls, 0, 0, 8, 0.25, 0, 0, 0),
                new CurvePoint("peer", Calls, 0, 0, 40, 1, 0, 0, 0),
            ],
            []
        );

    private static PollsResult Polls() =>
        new("a machine", 1, [new PollPoint(10, 10, 0.2, 0.05, 0.3, 13, 8, 30, 100, 60, 100, 7, 0)]);
}

using System.Xml.Linq;
using Amazon.CloudWatch.Model;
using Amazon.StandIns;

namespace Amazon.CloudWatch.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static class Answers
{
    public static DescribeAlarmsResponse DescribeAlarmsResponseOf(XElement xml) =>
        new()
        {
            CompositeAlarms = xml.List("CompositeAlarms", CompositeAlarmOf),
            MetricAlarms = xml.List("MetricAlarms", MetricAlarmOf),
            NextToken = xml.Text("NextToken"),
        };

    public static CompositeAlarm CompositeAlarmOf(XElement xml) =>
        new()
        {
            ActionsEnabled = xml.Flag("ActionsEnabled"),
            ActionsSuppressedBy = xml.Text("ActionsSuppressedBy"),
            ActionsSuppressedReason = xml.Text("ActionsSuppressedReason"),
            ActionsSuppressor = xml.Text("ActionsSuppressor"),
            ActionsSuppressorExtensionPeriod = xml.Number("ActionsSuppressorExtensionPeriod"),
            ActionsSuppressorWaitPeriod = xml.Number("ActionsSuppressorWaitPeriod"),
            AlarmActions = xml.Texts("AlarmActions"),
            AlarmArn = xml.Text("AlarmArn"),
            AlarmConfigurationUpdatedTimestamp = xml.Time("AlarmConfigurationUpdatedTimestamp"),
            AlarmDescription = xml.Text("AlarmDescription"),
            AlarmName = xml.Text("AlarmName"),
            AlarmRule = xml.Text("AlarmRule"),
            InsufficientDataActions = xml.Texts("InsufficientDataActions"),
            OKActions = xml.Texts("OKActions"),
            StateReason = xml.Text("StateReason"),
            StateReasonData = xml.Text("StateReasonData"),
            StateTransitionedTimestamp = xml.Time("StateTransitionedTimestamp"),
            StateUpdatedTimestamp = xml.Time("StateUpdatedTimestamp"),
            StateValue = xml.Text("StateValue"),
        };

    public static MetricAlarm MetricAlarmOf(XElement xml) =>
        new()
        {
            ActionsEnabled = xml.Flag("ActionsEnabled"),
            AlarmActions = xml.Texts("AlarmActions"),
            AlarmArn = xml.Text("AlarmArn"),
            AlarmConfigurationUpdatedTimestamp = xml.Time("AlarmConfigurationUpdatedTimestamp"),
            AlarmDescription = xml.Text("AlarmDescription"),
            AlarmName = xml.Text("AlarmName"),
            ComparisonOperator = xml.Text("ComparisonOperator"),
            DatapointsToAlarm = xml.Number("DatapointsToAlarm"),
            Dimensions = xml.List("Dimensions", DimensionOf),
            EvaluateLowSampleCountPercentile = xml.Text("EvaluateLowSampleCountPercentile"),
            EvaluationPeriods = xml.Number("EvaluationPeriods"),
            EvaluationState = xml.Text("EvaluationState"),
            ExtendedStatistic = xml.Text("ExtendedStatistic"),
            InsufficientDataActions = xml.Texts("InsufficientDataActions"),
            MetricName = xml.Text("MetricName"),
            Metrics = xml.List("Metrics", MetricDataQueryOf),
            Namespace = xml.Text("Namespace"),
            OKActions = xml.Texts("OKActions"),
            Period = xml.Number("Period"),
            StateReason = xml.Text("StateReason"),
            StateReasonData = xml.Text("StateReasonData"),
            StateTransitionedTimestamp = xml.Time("StateTransitionedTimestamp"),
            StateUpdatedTimestamp = xml.Time("StateUpdatedTimestamp"),
            StateValue = xml.Text("StateValue"),
            Statistic = xml.Text("Statistic"),
            Threshold = xml.Double("Threshold"),
            ThresholdMetricId = xml.Text("ThresholdMetricId"),
            TreatMissingData = xml.Text("TreatMissingData"),
            Unit = xml.Text("Unit"),
        };

    public static Dimension DimensionOf(XElement xml) => new() { Name = xml.Text("Name"), Value = xml.Text("Value") };

    public static MetricDataQuery MetricDataQueryOf(XElement xml) =>
        new()
        {
            AccountId = xml.Text("AccountId"),
            Expression = xml.Text("Expression"),
            Id = xml.Text("Id"),
            Label = xml.Text("Label"),
            MetricStat = xml.Object("MetricStat", MetricStatOf),
            Period = xml.Number("Period"),
            ReturnData = xml.Flag("ReturnData"),
        };

    public static MetricStat MetricStatOf(XElement xml) =>
        new()
        {
            Metric = xml.Object("Metric", MetricOf),
            Period = xml.Number("Period"),
            Stat = xml.Text("Stat"),
            Unit = xml.Text("Unit"),
        };

    public static Metric MetricOf(XElement xml) =>
        new()
        {
            Dimensions = xml.List("Dimensions", DimensionOf),
            MetricName = xml.Text("MetricName"),
            Namespace = xml.Text("Namespace"),
        };
}

using Amazon.CloudWatch.Model;
using Amazon.StandIns;

namespace Amazon.CloudWatch.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static class Requests
{
    public static void Write(QueryForm form, DescribeAlarmsRequest value)
    {
        form.Text("ActionPrefix", value.ActionPrefix);
        form.Text("AlarmNamePrefix", value.AlarmNamePrefix);
        form.Texts("AlarmNames", value.AlarmNames);
        form.Texts("AlarmTypes", value.AlarmTypes);
        form.Text("ChildrenOfAlarmName", value.ChildrenOfAlarmName);
        form.Number("MaxRecords", value.MaxRecords);
        form.Text("NextToken", value.NextToken);
        form.Text("ParentsOfAlarmName", value.ParentsOfAlarmName);
        form.Text("StateValue", value.StateValue);
    }
}
